// The review wall while fifty reps work: how smoothly a thousand photos scroll, and how long two hundred verdicts take
// that are given with the keyboard alone.
import { App } from "../pages/app";
import { Wall } from "../pages/wall";
import { Api } from "../support/api";
import { percentile, record } from "../support/bench";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

const REPS = 50;
const PHOTOS = 1_000;
const VERDICTS = 200;
/** How long one of them does something else between two exchanges, in milliseconds. */
const THINKS = 2_000;

test.use({ ...TABLET, seed: { outlets: 600, days: 30 } });

declare global {
  interface Window {
    beats: number[];
  }
}

/** Reps who pull and push until it is over, each on a phone of their own. */
async function work(url: string, over: AbortSignal): Promise<number> {
  let exchanges = 0;
  // One after the other: many at once with one number are somebody who guesses.
  const phones: Api[] = [];
  while (phones.length < REPS) phones.push(await Api.logIn(url, phones.length % 2 ? REP : NEIGHBOUR));
  const one = async (api: Api, number: number) => {
    const shops = await api.all("outlet");
    while (!over.aborted) {
      const shop = shops[(number * 7 + exchanges) % shops.length];
      if (!shop) throw new Error("no shop to work at");
      await api.push({ do: "leave_task", task: crypto.randomUUID(), outlet: shop.id, owner: api.user.id, what: "补货", due: "2027-12-31" });
      await api.all("task");
      exchanges++;
      await new Promise((later) => setTimeout(later, THINKS * (0.5 + Math.random())));
    }
  };
  await Promise.all(phones.map(one));
  return exchanges;
}

test("a thousand photos scroll and two hundred are judged while fifty reps work", async ({ page, server, office }) => {
  test.setTimeout(900_000);
  const over = new AbortController();
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await wall.chip("全部").click();
  const hanging = async () => Number(await wall.atHand.getAttribute("aria-setsize"));
  while ((await hanging()) < PHOTOS) {
    const before = await hanging();
    await page.getByRole("button", { name: "再往前看" }).click();
    await expect.poll(hanging).toBeGreaterThan(before);
  }
  const working = work(server.url, over.signal);
  const how = `Chromium on this machine, ${await hanging()} photos hang, ${REPS} reps exchange every ${THINKS / 1000} s beside it`;

  const list = page.getByRole("listbox", { name: "照片" });
  await list.hover();
  await page.evaluate(() => {
    window.beats = [];
    let last = performance.now();
    const tick = (now: number) => {
      window.beats.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let step = 0; step < 200; step++) await page.mouse.wheel(0, 240);
  const frames = (await page.evaluate(() => window.beats)).slice(1);
  record("wall, a frame while it scrolls, p50", Math.round(percentile(frames, 0.5) * 10) / 10, "ms", how);
  record("wall, a frame while it scrolls, p99", Math.round(percentile(frames, 0.99) * 10) / 10, "ms", how);
  record("wall, worst frame while it scrolls", Math.round(Math.max(...frames)), "ms", `${how}; ${frames.length} frames`);
  record("wall, frames over 50 ms", frames.filter((frame) => frame > 50).length, "", how);

  await wall.chip("还没判").click();
  await page.keyboard.press("Home");
  const begun = Date.now();
  const times: number[] = [];
  const judged = async () => (await office.all("verdict")).filter(({ judge_name }) => judge_name === MANAGER.name).length;
  const before = await judged();
  for (let number = 0; number < VERDICTS; number++) {
    const shown = await wall.atHand.getAttribute("id");
    const from = Date.now();
    // A verdict that is being stored is waited for: that is part of what a verdict takes.
    await expect(wall.pass).toBeEnabled();
    if (number % 5 === 4) {
      await page.keyboard.press("f");
      await page.keyboard.press("2");
      await page.keyboard.press("f");
    } else {
      await page.keyboard.press("p");
    }
    await expect(wall.atHand).not.toHaveAttribute("id", shown ?? "");
    times.push(Date.now() - from);
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  record("200 verdicts by keyboard", seconds, "s", `${how}; every fifth goes back with a reason; as fast as the screen follows`);
  record("verdict to the next photo, p50", percentile(times, 0.5), "ms", how);
  record("verdict to the next photo, p95", percentile(times, 0.95), "ms", how);
  await expect.poll(async () => (await judged()) - before, { timeout: 60_000 }).toBe(VERDICTS);
  over.abort();
  const exchanges = await working;
  record("exchanges of the reps meanwhile", exchanges, "", how);
});
