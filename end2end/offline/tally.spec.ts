// The outbox says how much was made of what, where it is, and why it waits; and its figures add up.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** Each row is made = the rest, and the last row is the sum of the others. */
function expectToAddUp(counts: Record<string, number[]>): void {
  const { 合计: total, ...kinds } = counts;
  for (const [kind, [made, ...states]] of Object.entries(counts))
    expect(states.reduce((sum, count) => sum + count, 0), kind).toBe(made);
  const columns = (total ?? []).map((_, at) => Object.values(kinds).reduce((sum, row) => sum + (row[at] ?? 0), 0));
  expect(columns).toEqual(total);
}

test("what was made is received, sending, saved or sent back, by kind and in sum, and the sums add up", async ({
  page,
  network,
  office,
}) => {
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  await visit.answer(itemOf(list, "poster"));
  await visit.photograph(itemOf(list, "front"));

  await page.goto("/outbox");
  await outbox.openSums();
  await expect(outbox.footing).toContainText("等有网就自动发");
  const here = await outbox.counts();
  expectToAddUp(here);
  expect(here).toMatchObject({ 签到签退: [1, 0, 0, 1, 0], 答案: [1, 0, 0, 1, 0] });
  expect(here["照片"]?.[0]).toBe(here["照片"]?.[3]);

  await network.restore();
  await outbox.expectEverythingArrived();
  await expect.poll(async () => (await outbox.counts())["照片"]).toEqual([1, 1, 0, 0, 0]);
  const there = await outbox.counts();
  expectToAddUp(there);
  expect(there["合计"]?.[0], "nothing is made by sending").toBe(here["合计"]?.[0]);

  await page.getByRole("radio", { name: "7 天" }).check({ force: true });
  await expect(outbox.sums, "what was unfolded stays so").toBeVisible();
  expectToAddUp(await outbox.counts());
});

test("while photos go out the bytes that are left become fewer with each of them", async ({ page, network, office }) => {
  const [outbox, visit] = [new Outbox(page), new Visit(page)];
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  await visit.photograph(itemOf(list, "front"));
  await visit.photograph(itemOf(list, "shelf"));
  await page.goto("/outbox");
  await expect(outbox.footing).toContainText("等有网就自动发");

  // Every photo waits at the door until it is let through.
  const waiting: (() => void)[] = [];
  let guarded = true;
  await page.route("**/api/v1/photos", async (route) => {
    if (guarded) await new Promise<void>((go) => waiting.push(go));
    await route.continue();
  });
  const left = async () => Number(/还剩 ([\d.]+) [kM]?B/.exec((await outbox.footing.textContent()) ?? "")?.[1] ?? NaN);
  await network.restore();
  await expect.poll(() => waiting.length).toBe(1);
  await expect.poll(left).toBeGreaterThan(0);
  const all = await left();
  waiting[0]?.();
  await expect.poll(() => waiting.length).toBe(2);
  await expect.poll(left).toBeLessThan(all);
  guarded = false;
  for (const go of waiting) go();
  await outbox.expectEverythingArrived();
});

test("photos that somebody holds back say so, and one tap sends them", async ({ page, network, office }) => {
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  // As in Safari, which does not say what the line is.
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: undefined }));
  await app.begin(REP);
  const { list } = await arriveAtNextShop(page, office);
  await page.goto("/me");
  await page.getByRole("switch", { name: /先不发照片/ }).check();
  await network.cut();
  await page.goto("/today");
  await page.getByRole("link", { name: "回到这次拜访" }).click();
  await visit.photograph(itemOf(list, "front"));
  await network.restore();

  await page.goto("/outbox");
  await expect(outbox.footing).toContainText("先停着");
  await expect(outbox.footing).toContainText("都在手机里");
  await outbox.footing.getByRole("button", { name: "接着发" }).click();
  await outbox.expectEverythingArrived();
});

test("photos that may go over Wi-Fi only wait on another line and go by themselves on Wi-Fi", async ({ page, office }) => {
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await page.addInitScript(() => {
    const line = Object.assign(new EventTarget(), { type: "cellular" });
    Object.defineProperty(navigator, "connection", { value: line });
  });
  await app.begin(REP);
  await page.goto("/me");
  await page.getByRole("switch", { name: /照片只用 Wi-Fi 发/ }).check();
  await page.goto("/today");
  const { list } = await arriveAtNextShop(page, office);
  await visit.photograph(itemOf(list, "front"));

  await page.goto("/outbox");
  await expect(outbox.footing).toContainText("照片等有 Wi-Fi 再发");
  await page.evaluate(() => {
    const { connection } = navigator as unknown as { connection: EventTarget & { type: string } };
    connection.type = "wifi";
    connection.dispatchEvent(new Event("change"));
  });
  await outbox.expectEverythingArrived();
});
