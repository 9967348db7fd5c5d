import { App } from "../pages/app";
import { Review } from "../pages/review";
import { Api } from "../support/api";
import type { Photo } from "../support/records";
import { MANAGER } from "../support/people";
import { expect, test } from "../support/test";

/** A visit of the demo whose photos nobody has judged, the latest, and its photos. */
async function unjudged(office: Api): Promise<{ visit: string; photos: Photo[] }> {
  const photos = (await office.all("photo")).filter(({ received_at, verdict }) => received_at && !verdict);
  const visits = (await office.all("visit")).filter(({ check_out }) => check_out).sort((a, b) => b.check_in.at - a.check_in.at);
  const visit = visits.find(({ id, photos: count }) => count > 2 && photos.filter((photo) => photo.visit === id).length === count);
  if (!visit) throw new Error("the demo region has no visit that is still to be judged");
  return { visit: visit.id, photos: photos.filter((photo) => photo.visit === visit.id) };
}

test("photos are judged with the keyboard alone: space, R and a digit, Z takes it back", async ({ page, office }) => {
  const { visit, photos } = await unjudged(office);
  const review = new Review(page);
  const judged = async () => (await office.all("photo")).filter((photo) => photo.visit === visit && photo.ruling);
  await new App(page).begin(MANAGER);
  await page.goto(`/visits/${visit}`);
  await expect(review.verdict).toContainText(`${photos.length} 张照片等你判`);
  const first = (await review.atHand.textContent()) ?? "";

  await page.keyboard.press("Space");
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);
  await expect(review.atHand, "the next one is at hand").not.toHaveText(first);
  await page.keyboard.press("r");
  await expect(review.verdict).toContainText("先选一个重拍原因");
  await page.keyboard.press("2");
  await expect(review.reason("混放")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("r");
  await expect(review.notice).toContainText("退回了");
  await expect.poll(async () => (await judged()).map(({ ruling }) => ruling).sort()).toEqual(["pass", "redo"]);
  const tasks = async () => (await office.all("task")).filter(({ photo }) => photos.some(({ id }) => id === photo));
  expect(await tasks()).toMatchObject([{ task: "redo", reasons: ["mixed"] }]);

  await page.keyboard.press("z");
  await expect(review.notice).toContainText("撤回了，这张还没判");
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);
  await expect.poll(async () => (await judged()).map(({ ruling }) => ruling)).toEqual(["pass"]);
  await expect.poll(async () => (await tasks()).every(({ closed }) => closed?.withdrawn)).toBe(true);

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  for (let left = photos.length - 1; left > 0; left--) {
    await expect(review.verdict).toContainText(`${left} 张照片等你判`);
    await page.keyboard.press("Space");
  }
  await expect(review.verdict).toContainText("照片都判完了");
});

test("photos are judged by touch, and one tap undoes it", async ({ page, office }) => {
  const { visit, photos } = await unjudged(office);
  const review = new Review(page);
  await new App(page).begin(MANAGER);
  await page.goto(`/visits/${visit}`);
  await review.photos.last().tap();
  await expect(review.photos.first(), "the one that was tapped is large").toHaveAttribute("aria-pressed", "true");
  await review.pass.tap();
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).tap();
  await expect(review.verdict).toContainText(`${photos.length} 张照片等你判`);

  await review.redo.tap();
  await review.reason("缺货").tap();
  await review.redo.tap();
  await expect(review.notice).toContainText("退回了");
  await expect.poll(async () => (await office.all("task")).filter(({ photo }) => photos.some(({ id }) => id === photo) ).length).toBe(1);
});
