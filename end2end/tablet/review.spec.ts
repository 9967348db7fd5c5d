import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { Review } from "../pages/review";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import type { Photo } from "../support/records";
import { CENTRE, ELSEWHERE, MANAGER, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";
import { shopVisits } from "../support/shops";

/** A visit of the demo whose photos nobody has judged, the latest, and its photos. */
async function unjudged(office: Api): Promise<{ visit: string; photos: Photo[] }> {
  const photos = (await office.all("photo")).filter(({ received_at, verdict }) => received_at && !verdict);
  const visits = (await shopVisits(office)).filter(({ check_out }) => check_out).sort((a, b) => b.check_in.at - a.check_in.at);
  const visit = visits.find(({ id, photos: count }) => count > 2 && photos.filter((photo) => photo.visit === id).length === count);
  if (!visit) throw new Error("the demo region has no visit that is still to be judged");
  return { visit: visit.id, photos: photos.filter((photo) => photo.visit === visit.id) };
}

test("photos are judged with the keyboard alone, by the keys of the wall: P, F and a digit, U takes it back", async ({ page, office }) => {
  const { visit, photos } = await unjudged(office);
  const review = new Review(page);
  const judged = async () => (await office.all("photo")).filter((photo) => photo.visit === visit && photo.ruling);
  await new App(page).begin(MANAGER);
  await page.goto(`/visits/${visit}`);
  await expect(review.verdict).toContainText(`${photos.length} 张照片等你判`);
  const first = (await review.atHand.textContent()) ?? "";

  await page.keyboard.press("p");
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);
  await expect(review.atHand, "the next one is at hand").not.toHaveText(first);
  await page.keyboard.press("f");
  await expect(review.verdict).toContainText("先选一个重拍原因");
  await page.keyboard.press("2");
  await expect(review.reason("混放")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("f");
  await expect(review.notice).toContainText("退回了");
  await expect.poll(async () => (await judged()).map(({ ruling }) => ruling).sort()).toEqual(["pass", "redo"]);
  const tasks = async () => (await office.all("task")).filter(({ photo }) => photos.some(({ id }) => id === photo));
  expect(await tasks()).toMatchObject([{ task: "redo", reasons: ["mixed"] }]);
  await page.keyboard.press("f");
  await page.keyboard.press("3");
  await page.keyboard.press("Shift+Digit1");
  await expect(review.detail.locator(".stdmark").first()).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(review.detail.locator(".stdmark").first()).toHaveAttribute("aria-pressed", "false");

  await page.keyboard.press("u");
  await expect(review.notice).toContainText("撤回了，这张还没判");
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);
  await expect.poll(async () => (await judged()).map(({ ruling }) => ruling)).toEqual(["pass"]);
  await expect.poll(async () => (await tasks()).every(({ closed }) => closed?.withdrawn)).toBe(true);

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  for (let left = photos.length - 1; left > 0; left--) {
    await expect(review.verdict).toContainText(`${left} 张照片等你判`);
    await page.keyboard.press("p");
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

test("the list stands beside the visit, is filtered, and goes back in time", async ({ page, office }) => {
  const { visit } = await unjudged(office);
  const review = new Review(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("拜访");
  await expect(review.rows.first()).toBeVisible();
  const recent = await review.rows.count();
  await review.list.getByRole("button", { name: "再往前看" }).click();
  await expect.poll(() => review.rows.count()).toBeGreaterThan(recent);

  await review.row(visit).click();
  await expect(review.row(visit)).toHaveAttribute("aria-current", "true");
  await expect(review.shop).toBeVisible();
  await expect(review.list).toBeVisible();
  await expect(review.standard).toBeVisible();
  await expect(page.getByRole("table").getByRole("row")).not.toHaveCount(0);

  await review.list.getByRole("button", { name: /^还没判/ }).click();
  await expect(review.row(visit)).toBeVisible();
  const toJudge = await review.rows.count();
  await review.list.getByRole("button", { name: /^全部/ }).click();
  await expect.poll(() => review.rows.count()).toBeGreaterThan(toJudge);
});

test("judging works without a network and arrives later", async ({ page, network, office }) => {
  const { visit, photos } = await unjudged(office);
  const [review, app, outbox] = [new Review(page), new App(page), new Outbox(page)];
  await app.begin(MANAGER);
  await page.goto(`/visits/${visit}`);
  await expect(review.verdict).toContainText("等你判");
  await network.cut();
  for (let left = photos.length; left > 0; left--) {
    await expect(review.verdict).toContainText(`${left} 张照片等你判`);
    await review.pass.click();
  }
  await expect(review.verdict).toContainText("照片都判完了");
  await page.reload();
  await expect(review.verdict).toContainText("照片都判完了");

  await network.restore();
  await app.go("发件箱");
  await outbox.expectEverythingArrived();
  const now = (await office.all("photo")).filter((photo) => photo.visit === visit);
  expect(now.map(({ ruling }) => ruling)).toEqual(photos.map(() => "pass"));
});

test("a verdict that comes second comes back with the name of who was first", async ({ page, network, server, office }) => {
  const { visit, photos } = await unjudged(office);
  const centre = await Api.logIn(server.url, CENTRE);
  const [review, app, outbox] = [new Review(page), new App(page), new Outbox(page)];
  await app.begin(MANAGER);
  await page.goto(`/visits/${visit}`);
  await expect(review.verdict).toContainText("等你判");
  await network.cut();
  await review.pass.click();
  await expect(review.verdict).toContainText(`${photos.length - 1} 张照片等你判`);

  for (const photo of photos) {
    const verdict = { verdict: crypto.randomUUID(), photo: photo.id, ruling: "redo", reasons: ["unclear"], points: [] };
    const due = { seen: null, task: crypto.randomUUID(), due: new Date().toISOString().slice(0, 10), note: "" };
    expect(await centre.push({ do: "judge_photo", ...verdict, ...due })).toMatchObject({ outcome: "applied" });
  }
  await network.restore();
  await app.go("发件箱");
  await expect(outbox.card(/照片结论被退回$/)).toContainText(`${CENTRE.name}已经判过这张。`);
  const rulings = (await office.all("photo")).filter((photo) => photo.visit === visit).map(({ ruling }) => ruling);
  expect(rulings).toEqual(photos.map(() => "redo"));
});

test("another rep cannot open a visit that is not in their area", async ({ openDevice, server, office }) => {
  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  const visit = (await shopVisits(office)).find((visit) => visit.rep === rep?.id);
  const other = await Api.logIn(server.url, ELSEWHERE);
  // Photos are known by their bytes, and the demo has the same picture at more than one shop.
  const seen = new Set((await other.all("photo")).map(({ hash }) => hash));
  const photo = (await office.all("photo")).find(({ hash, rep: by, received_at }) => by === rep?.id && received_at && !seen.has(hash));
  expect(photo, "a picture that only this rep has taken").toBeDefined();
  expect(await other.get("visit", visit?.id ?? "")).toBeUndefined();
  expect(await other.original(photo?.hash ?? "")).toBeUndefined();
  expect(await office.original(photo?.hash ?? "")).toBeDefined();

  const phone = await openDevice(PHONE);
  await new App(phone.page).begin(ELSEWHERE);
  await phone.page.goto(`/visits/${visit?.id}`);
  await expect(phone.page.getByRole("heading", { name: "这台手机上没有这次拜访" })).toBeVisible();
  await phone.page.goto("/visits");
  await expect(phone.page, "the manager's list is not for reps").toHaveURL(/\/today$/);
  await expect(new Today(phone.page).heading).toBeVisible();
});
