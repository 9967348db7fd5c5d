// Law 1: what was shown as saved is on the device after the tab, the browser or the phone dies.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** As a phone does it that needs the memory for something else. */
async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {}); // nobody is left to answer
  await crashed;
  await page.close();
}

test("a tab killed in the middle of a visit comes back to the same step with every answer", async ({
  page,
  context,
  network,
  office,
}) => {
  await new App(page).begin(REP);
  await network.cut();
  const { outlet, list } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  await visit.answer(itemOf(list, "poster"));
  await visit.answer(itemOf(list, "facings"));
  await visit.step("客情").click();
  await visit.answer(itemOf(list, "willing"));
  // Half a sentence: saved at the pause, without leaving the field.
  const remark = visit.question(itemOf(list, "remark")).region.getByLabel("写在这里");
  await visit.untilSaved(() => remark.pressSequentially("冰柜下周"));
  await killTab(page);

  const again = await context.newPage();
  await again.goto("/");
  const today = new Today(again);
  await expect(today.dock).toContainText("正在拜访");
  await expect(today.nextShop).toHaveText(outlet.name);
  await today.backToVisit.click();
  const resumed = new Visit(again);
  await expect(resumed.step("客情")).toHaveAttribute("aria-current", "step");
  await expect(resumed.question(itemOf(list, "willing")).folded).toContainText("愿意");
  await resumed.question(itemOf(list, "remark")).folded.click();
  await expect(resumed.question(itemOf(list, "remark")).region.getByLabel("写在这里")).toHaveValue("冰柜下周");
  await resumed.step("陈列").click();
  await expect(resumed.question(itemOf(list, "poster")).folded).toContainText("有");
  await expect(resumed.question(itemOf(list, "facings")).folded).toContainText("3 个");
});

test("a tab killed while the camera is open comes back to the camera, and no photo is lost or doubled", async ({
  page,
  context,
  network,
  office,
}) => {
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  const [visit, camera] = [new Visit(page), new Camera(page)];
  const shelf = itemOf(list, "shelf");
  await visit.question(shelf).emptySlot("正面").click();
  await camera.expectOpenFor(1, 2);
  await camera.goOnAfter(() => camera.shutter.click());
  await camera.expectOpenFor(2, 2);
  await killTab(page);

  const again = await context.newPage();
  await again.goto("/today");
  await new Today(again).backToVisit.click();
  await new Camera(again).shootAll(1, 2);
  const resumed = new Visit(again);
  await expect(resumed.question(shelf).photo("正面")).toBeVisible();
  await expect(resumed.question(shelf).photo("侧面")).toBeVisible();
  await resumed.answerWhatMustBe({ ...list, items: list.items.filter(({ key }) => key !== "shelf") });
  await resumed.leave();

  await network.restore();
  await new App(again).go("发件箱");
  await new Outbox(again).expectEverythingArrived();
  const [there] = await visitsBeside(office, known);
  expect(there?.photos).toBe(4);
});

test("what was shown as saved is there after the browser is killed outright", async ({ installed, office, complaints }) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  // Logged in on an earlier day: a browser writes the cookie of a login within half a minute, and not sooner.
  await new App(await installed.start()).begin(REP);
  await installed.close();
  const page = await installed.start();
  await page.goto("/today");
  await expect(new Today(page).toBrief).toBeVisible();
  installed.line.cut();
  const { outlet, list } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  await visit.answer(itemOf(list, "poster"));
  await visit.photograph(itemOf(list, "front"));
  await visit.question(itemOf(list, "facings")).region.getByRole("button", { name: "加一" }).click();
  await expect(visit.saved).toBeVisible();
  await installed.kill(); // in the moment of the tick

  const again = await installed.start();
  await again.goto("/today");
  await expect(new Today(again).nextShop).toHaveText(outlet.name);
  await new Today(again).backToVisit.click();
  const resumed = new Visit(again);
  await expect(resumed.question(itemOf(list, "poster")).folded).toBeVisible();
  await expect(resumed.question(itemOf(list, "front")).folded).toContainText("1/1");
  await expect(resumed.question(itemOf(list, "facings")).folded).toContainText("0 个");

  installed.line.restore();
  await again.goto("/outbox");
  await new Outbox(again).sendNow.click();
  await new Outbox(again).expectEverythingArrived();
  const arrived = await visitsBeside(office, known);
  expect(arrived).toHaveLength(1);
  expect(Object.keys(arrived[0]?.answers ?? {}).sort()).toEqual(["facings", "front", "poster"]);
});
