// A stop that is drawn aside on the glass.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { Today } from "../pages/today";
import { Finger } from "../support/finger";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** Puts a finger on the first stop of the list. */
async function touch(page: Page): Promise<{ day: Today; shop: string; finger: Finger; left: () => Promise<number> }> {
  const day = new Today(page);
  await expect(day.stops.first()).toBeVisible();
  const shop = (await day.listed())[0] ?? "";
  const row = day.toBriefOf(shop);
  await row.scrollIntoViewIfNeeded();
  const box = await row.boundingBox();
  if (!box) throw new Error("the stop is not shown");
  const finger = await Finger.down(page, { x: box.x + 240, y: box.y + box.height / 2 });
  return { day, shop, finger, left: async () => Math.round(((await row.boundingBox())?.x ?? NaN) - box.x) };
}

test("a stop goes with the finger, says what letting go does, and asks why when it is let go far enough", async ({
  page,
  network,
}) => {
  await new App(page).begin(REP);
  await network.cut();
  const { day, shop, finger, left } = await touch(page);
  const behind = day.behind(shop);
  await expect(behind).toBeHidden();
  await finger.move({ x: -40, y: 0 });
  await expect.poll(left).toBe(-40);
  await expect(behind).toBeVisible();
  await expect(behind).toHaveText("跳过这家");
  await finger.move({ x: -80, y: 0 });
  await expect.poll(left).toBe(-120);
  await expect(behind).toHaveText("松手，说为什么");
  await finger.up();

  await expect(day.sheet.getByRole("heading", { level: 2 })).toHaveText(shop);
  await expect(page, "a swipe is no tap").toHaveURL(/\/today$/);
  await day.reason("来不及").check();
  await day.skip.click();
  await expect(day.stop(shop)).toHaveCount(0);
  await day.undo.click();
  await expect(day.stop(shop)).toBeVisible();
  await expect.poll(left, "and lies where it lay").toBe(0);
});

test("a stop that is let go too early springs back and nothing is asked, nor is it a tap", async ({ page }) => {
  await new App(page).begin(REP);
  const { day, shop, finger, left } = await touch(page);
  await finger.move({ x: -120, y: 0 });
  await expect(day.behind(shop)).toHaveText("松手，说为什么");
  await finger.move({ x: 60, y: 0 });
  await expect(day.behind(shop), "it is taken back before it is let go").toHaveText("跳过这家");
  await finger.up();
  await expect.poll(left).toBe(0);
  await expect(day.behind(shop)).toBeHidden();
  await expect(day.sheet).toBeHidden();
  await expect(page).toHaveURL(/\/today$/);
  await day.toBriefOf(shop).tap();
  await expect(page, "the next tap is one").toHaveURL(/\/outlets\//);
});

test("a finger that goes up scrolls the day and draws no stop aside", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  await new App(page).begin(REP);
  const scrolled = () => page.getByRole("main").evaluate((main) => main.scrollTop);
  const { day, shop, finger, left } = await touch(page);
  const before = await scrolled();
  await finger.move({ x: -6, y: -120 });
  await expect.poll(scrolled).toBeGreaterThan(before);
  await finger.move({ x: -90, y: 0 });
  await finger.up();
  await expect.poll(left).toBe(0);
  await expect(day.behind(shop)).toBeHidden();
  await expect(day.sheet).toBeHidden();
  await expect(page).toHaveURL(/\/today$/);
});

test("where less motion is wanted the row stays in its place and the words come to it", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await new App(page).begin(REP);
  const { day, shop, finger, left } = await touch(page);
  await finger.move({ x: -120, y: 0 });
  await expect(day.behind(shop)).toBeVisible();
  await expect(day.behind(shop)).toHaveText("松手，说为什么");
  expect(await left()).toBe(0);
  await finger.up();
  await expect(day.sheet.getByRole("heading", { level: 2 })).toHaveText(shop);
});
