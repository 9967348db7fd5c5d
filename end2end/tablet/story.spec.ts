// The main thread of the product, from one end to the other and back.
import { App } from "../pages/app";
import { arriveAtNextShop, checkIn, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Review } from "../pages/review";
import { Tasks } from "../pages/tasks";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

test("a visit made offline reaches the manager, and a photo sent back comes home as a task", async ({
  page,
  openDevice,
  office,
}) => {
  test.slow(); // two devices, two visits
  const rep = await openDevice(PHONE);
  const [review, visit] = [new Review(page), new Visit(rep.page)];
  const known = await office.all("visit");
  await Promise.all([new App(page).begin(MANAGER), new App(rep.page).begin(REP)]);
  await new App(page).go("拜访");

  // The rep, without a network.
  await rep.network.cut();
  const { outlet, list, id } = await arriveAtNextShop(rep.page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  await expect(review.row(id), "nothing of it has left the phone").toHaveCount(0);

  // The network comes back: the manager's window shows it, untouched.
  await rep.network.restore();
  await expect(review.row(id)).toContainText("全到了", { timeout: 30_000 });
  await expect(review.row(id)).toContainText(REP.name);
  await review.row(id).click();
  await expect(review.shop).toHaveText(outlet.name);
  await expect(review.photos).toHaveCount(4);
  await expect(review.verdict).toContainText("4 张照片等你判");
  await expect(review.standard, "beside what it is judged by").toBeVisible();

  // The first is good, the second goes back.
  await review.pass.click();
  await expect(review.verdict).toContainText("3 张照片等你判");
  const sentBack = (await review.atHand.locator(".cap").textContent()) ?? "";
  await review.redo.click();
  await review.reason("看不清").click();
  await review.verdict.getByLabel("给业务代表的话").fill("玻璃反光");
  await review.redo.click();
  await expect(review.notice.filter({ hasText: `退回了，${REP.name}会看到` })).toBeVisible();

  // It comes to the rep as a task.
  const tasks = new Tasks(rep.page);
  await new App(rep.page).go("任务");
  const asked = tasks.row(outlet.name).filter({ hasText: `${MANAGER.name}：看不清，玻璃反光` });
  await expect(asked).toBeVisible({ timeout: 30_000 });

  // The rep goes back, without a network again, and takes it anew.
  await rep.network.cut();
  await asked.click();
  const again = await checkIn(rep.page);
  const task = (await office.all("task")).find(({ note }) => note === "玻璃反光");
  const redone = (await office.all("photo")).find(({ id }) => id === task?.photo);
  expect(redone?.visit).toBe(id);
  const item = itemOf(list, redone?.item ?? "");
  expect(sentBack).toContain(item.slots?.find(({ key }) => key === redone?.slot)?.words.zh);
  await expect(visit.question(item).region).toContainText("退回重拍");
  await visit.question(item).emptySlot(item.slots?.find(({ key }) => key === redone?.slot)?.words.zh ?? "").click();
  await expect(rep.page.getByText("补拍：上次看不清、玻璃反光")).toBeVisible();
  await new Camera(rep.page).close.click();
  await visit.answerWhatMustBe(list);
  await visit.goToCheckOut();
  await expect(rep.page.getByText("其中 1 张是补拍")).toBeVisible();
  await visit.checkOut.click();
  await expect(rep.page).toHaveURL(/\/today$/);
  await new App(rep.page).go("任务");
  // The shop may have others of days before; what was closed last comes first.
  await expect(tasks.row(outlet.name).filter({ hasText: "补拍了" }).first(), "closed at once, on the phone").toContainText("刚刚");
  await expect(asked).toBeHidden();

  // And it arrives: the task is closed by the new photo, and the manager sees it as such.
  await rep.network.restore();
  await new App(rep.page).go("发件箱");
  await new Outbox(rep.page).expectEverythingArrived();
  const closed = await office.get("task", task?.id ?? "");
  const retaken = await office.get("photo", closed?.closed?.photo ?? "");
  expect(retaken).toMatchObject({ item: redone?.item, slot: redone?.slot, redo_of: task?.id });
  expect(await office.holds(retaken?.hash ?? "")).toBe(true);
  expect((await visitsBeside(office, known)).map((visit) => visit.id).sort()).toEqual([id, again].sort());
  await review.row(again).click();
  await expect(review.photos.filter({ hasText: "补拍" })).toHaveCount(1);
});

test("a visit that is going on is seen and cannot be judged yet", async ({ page, openDevice, office }) => {
  const rep = await openDevice(PHONE);
  const review = new Review(page);
  await Promise.all([new App(page).begin(MANAGER), new App(rep.page).begin(REP)]);
  await new App(page).go("拜访");
  const { list, id } = await arriveAtNextShop(rep.page, office);
  await new Visit(rep.page).photograph(itemOf(list, "front"));
  await expect(review.row(id)).toContainText("还在店里");
  await review.row(id).click();
  await expect(review.verdict).toContainText("还没签退，签退后再判");
  await expect(review.pass).toBeDisabled();
});
