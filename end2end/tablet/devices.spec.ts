// The phones of a region: what one announced and never sent, and taking one out of use that was lost.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Login } from "../pages/login";
import { Devices, Quarantine } from "../pages/office";
import { Visit } from "../pages/visit";
import { Api } from "../support/api";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

test("a phone that is out of use sends what it holds to the manager, erases the rest and says so", async ({
  page,
  openDevice,
  office,
  complaints,
}) => {
  test.slow(); // two devices
  complaints.allow(/status of 403/, "the phone is told that it is out of use");
  const phone = await openDevice(PHONE);
  const devices = new Devices(page);
  await Promise.all([new App(page).begin(MANAGER), new App(phone.page).begin(REP)]);
  const { list } = await arriveAtNextShop(phone.page, office);
  await phone.network.cut();
  await new Visit(phone.page).answer(itemOf(list, "poster"));

  await page.goto("/devices");
  await expect(devices.of(REP.name)).toBeVisible();
  await devices.takeOutOfUse(REP.name);
  await expect(devices.notice(`${REP.name}的手机已停用。`)).toBeVisible();
  await expect(devices.of(REP.name).locator("summary"), "once is enough").toHaveCount(0);

  await phone.network.restore();
  await expect(phone.page.getByRole("heading", { name: `这台设备停用了，${REP.name}的数据已经抹掉` })).toBeVisible({
    timeout: 60_000,
  });
  await expect
    .poll(async () => phone.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toEqual(["lianying"]);

  const shelf = new Quarantine(page);
  await page.goto("/quarantine");
  await expect(shelf.matter(REP.name).first()).toBeVisible({ timeout: 30_000 });
  await shelf.open(REP.name);
  await expect(shelf.detail).toContainText(`${REP.name}的这台手机已经停用`);

  // Its owner has not lost the account: they log in and go on, as on a new phone.
  await new Login(phone.page).logIn(REP);
  // It opens where they were; what was open there is with the manager now.
  await phone.page.getByRole("link", { name: "去今天" }).click();
  await expect(new App(phone.page).tabs).toBeVisible({ timeout: 60_000 });
  await expect(phone.page.getByText("这台设备停用了")).toBeHidden();
});

test("the list of phones needs a network and says so", async ({ page, network }) => {
  await new App(page).begin(MANAGER);
  await network.cut();
  await page.goto("/devices");
  await expect(page.getByRole("heading", { name: "有网才看得到大家的手机" })).toBeVisible();
  await network.restore();
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(new Devices(page).heading).toHaveText(/都到了|没发到/);
});

test("a manager sees which part a phone had to fetch again, how often, and whether other phones had to", async ({
  page,
  server,
}) => {
  const [phone, other] = await Promise.all([Api.logIn(server.url, REP), Api.logIn(server.url, NEIGHBOUR)]);
  await phone.repair(`user:${phone.user.id}`);
  const devices = new Devices(page);
  await new App(page).begin(MANAGER);
  await page.goto("/devices");
  const row = devices.of(REP.name).filter({ hasText: "近 30 天自己修复过，没发的记录不受影响" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(/本人的数据：和服务器对不上，重新取了 1 次，最近 .+/);
  await expect(row, "one phone's storage is not the server").not.toContainText("原因可能在服务器");

  await Promise.all([phone.repair("company"), other.repair("company")]);
  await page.reload();
  await expect(row).toContainText("全公司共用的数据：和服务器对不上，重新取了 1 次");
  await expect(row).toContainText("另有 1 台也是这样，原因可能在服务器");
  await expect(devices.of(NEIGHBOUR.name).filter({ hasText: "全公司共用的数据" })).toHaveCount(1);
});
