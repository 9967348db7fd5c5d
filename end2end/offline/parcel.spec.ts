// The outbox as a file: what one phone cannot send another carries, and whichever way comes first, each thing counts once.
import { readFile, writeFile } from "node:fs/promises";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Parcels } from "../pages/parcels";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { ELSEWHERE, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

test("what a phone without a network saves, a colleague's delivers, and the phone itself doubles nothing", async ({
  page,
  network,
  openDevice,
  office,
  server,
}) => {
  test.slow(); // two phones
  const known = await office.all("visit");
  const other = await openDevice(PHONE);
  await Promise.all([new App(page).begin(REP), new App(other.page).begin(ELSEWHERE)]);
  const { list, id } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  await network.cut();
  await visit.photograph(itemOf(list, "front"));
  await visit.answer(itemOf(list, "poster"));
  await page.goto("/outbox");
  const [outbox, parcels] = [new Outbox(page), new Parcels(page)];
  await expect(outbox.heading).toHaveText(/没发到/);
  await parcels.open();
  const parcel = await parcels.pack();
  await expect(page.getByText("原件还在这台手机里等着，有网照样自己发。")).toBeVisible();
  const sealed = await readFile(parcel.file);
  for (const word of [REP.name, id, "check_in"])
    expect(sealed.includes(word), `without the code nobody reads ${word}`).toBe(false);
  await new App(page).go("发件箱");
  await expect(outbox.heading).toHaveText(/没发到/);
  await expect(page.getByRole("link", { name: /^发件包/ })).toContainText("原件还在这里等着发");

  // The colleague works in another area, and sees whose it is and how far, nothing of what is inside.
  const bearer = new Parcels(other.page);
  await new App(other.page).go("发件箱");
  await bearer.open();
  await bearer.give(parcel);
  await bearer.expectDelivered(REP.name);
  await expect(bearer.of(REP.name)).toContainText(/照片 (\d+)\/\1/);
  await expect(bearer.of(REP.name).locator("details")).toHaveCount(0);
  await new App(other.page).go("发件箱");
  await expect(new Outbox(other.page).heading).toHaveText("还没有要发的");
  const arrived = await visitsBeside(office, known);
  expect(arrived.map((visit) => visit.id)).toEqual([id]);
  const front = (await office.all("photo")).filter((photo) => photo.visit === id && photo.item === "front");
  expect(front.length).toBeGreaterThan(0);
  for (const { hash } of front) expect(await office.holds(hash)).toBe(true);

  await network.restore();
  await outbox.expectEverythingArrived(60_000);
  await expect(outbox.tally).toHaveAccessibleName(/0 条退回$/);
  expect(await visitsBeside(office, known)).toHaveLength(1);
  const after = (await office.all("photo")).filter((photo) => photo.visit === id && photo.item === "front");
  expect(after).toHaveLength(front.length);
  expect(server.log).not.toContain("WARN");

  await bearer.open();
  await bearer.of(REP.name).getByRole("button", { name: `移走${REP.name}的发件包` }).click();
  await expect(bearer.of(REP.name)).toHaveCount(0);
});

test("what is carried waits for a network, also when the app was closed in between", async ({
  page,
  network,
  openDevice,
  office,
}) => {
  test.slow(); // two phones
  const known = await office.all("visit");
  const other = await openDevice(PHONE);
  await Promise.all([new App(page).begin(REP), new App(other.page).begin(ELSEWHERE)]);
  await network.cut();
  await other.network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  const parcels = new Parcels(page);
  await parcels.open();
  const parcel = await parcels.pack();

  const bearer = new Parcels(other.page);
  await other.page.goto("/outbox");
  await bearer.open();
  await bearer.give(parcel);
  await expect(bearer.of(REP.name)).toContainText("有网就送");
  await other.page.reload();
  await expect(bearer.of(REP.name)).toContainText("有网就送");
  await other.page.goto("/outbox");
  await expect(other.page.getByRole("link", { name: /^发件包/ })).toContainText("替别人带着 1 个");
  await bearer.open();
  await other.network.restore();
  await bearer.expectDelivered(REP.name);
  expect(await visitsBeside(office, known)).toHaveLength(1);
});

test("a wrong code, another file and a file that was cut are told apart, and change nothing", async ({
  page,
  network,
  office,
}, info) => {
  await new App(page).begin(REP);
  await network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  const parcels = new Parcels(page);
  await parcels.open();
  const { file, code } = await parcels.pack();
  const wrong = code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`;
  await parcels.give({ file, code: wrong });
  await expect(parcels.wrong).toContainText("取件码对不上，什么都没有改。");
  await parcels.give({ file, code: "12345" });
  await expect(parcels.wrong).toContainText("取件码是 12 位字母和数字");

  const bytes = await readFile(file);
  const [cut, other] = [info.outputPath("cut.parcel"), info.outputPath("other.parcel")];
  await writeFile(cut, bytes.subarray(0, bytes.length - 1));
  await writeFile(other, "%PDF-1.7");
  await parcels.give({ file: cut, code });
  await expect(parcels.wrong).toContainText("文件传坏了，什么都没有改。");
  await parcels.give({ file: other, code });
  await expect(parcels.wrong).toContainText("这个文件不是发件包，什么都没有改。");
  await expect(parcels.of(REP.name)).toHaveCount(0);
});

test("the code of the last parcel is still there after the app was closed", async ({ page, network, office }) => {
  await new App(page).begin(REP);
  await network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  const parcels = new Parcels(page);
  await parcels.open();
  const { code } = await parcels.pack();
  await page.reload();
  await expect(parcels.code).toHaveText(code);
  await expect(page.getByRole("button", { name: "再存一个新的" })).toBeEnabled();
});
