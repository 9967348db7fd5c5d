// A rep who does not agree with a verdict says so once, and the manager answers.
import { App } from "../pages/app";
import { Review } from "../pages/review";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test("a photo that was sent back is appealed once, without a network, and the answer takes the task away", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  const rep = (await office.all("user")).find(({ name }) => name === REP.name)?.id;
  const owed = (await office.all("task")).filter(({ owner, task, closed }) => owner === rep && task === "redo" && !closed);
  expect(owed.length, "the demo leaves something to take again").toBeGreaterThan(0);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("任务");
  const rows = page.locator(".redo-row");
  await expect(rows).toHaveCount(owed.length);
  await rows.first().getByRole("button", { name: /更多$/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "我不同意，申诉一次" }).click();
  await expect(sheet.getByRole("button", { name: "申诉，存进手机" })).toBeDisabled();
  await sheet.getByLabel("为什么不该退回").fill("当天断货，订单在店主手里");
  await sheet.getByRole("button", { name: "申诉，存进手机" }).click();
  await expect(sheet).toBeHidden();
  await expect(rows.first()).toContainText("申诉了，等答复");
  await rows.first().getByRole("button", { name: /更多$/ }).click();
  await expect(sheet).toContainText("当天断货，订单在店主手里");
  await expect(sheet.getByRole("button", { name: "我不同意，申诉一次" }), "once").toBeHidden();
  await page.keyboard.press("Escape");

  await network.restore();
  const appealed = async () => (await office.all("photo")).find((photo) => photo.appeal);
  await expect.poll(async () => (await appealed())?.appeal?.because).toBe("当天断货，订单在店主手里");
  const photo = await appealed();
  if (!photo) throw new Error("no photo");

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${photo.visit}`);
  const review = new Review(tablet.page);
  const tile = review.photos.filter({ has: tablet.page.getByRole("img", { name: "有申诉" }) });
  await tile.click();
  await expect(review.verdict).toContainText(`${REP.name}申诉：当天断货`);
  await review.pass.click();
  await expect.poll(async () => (await office.get("photo", photo.id))?.ruling).toBe("pass");
  expect((await office.get("photo", photo.id))?.appeal?.answered).toBeTruthy();
  await expect(rows, "called off on the phone too").toHaveCount(owed.length - 1);
});
