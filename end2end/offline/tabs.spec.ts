// P17: three tabs at once are one phone: one outbox, numbered densely, each act carried out once.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** In each tab. */
const ACTS = 100;
test.setTimeout(600_000);

test("three tabs record a hundred acts each at once, and the server carries out each of them once", async ({
  page,
  context,
  network,
  office,
}) => {
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  const tabs = [page, await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs.slice(1)) await tab.goto(page.url());
  const [poster, willing, tags] = [itemOf(list, "poster"), itemOf(list, "willing"), itemOf(list, "price_tags")];
  const scale = (willing.anchors ?? []).map(({ zh }) => zh);
  const options = (tags.options ?? []).map(({ words }) => words.zh);
  const wills = new Visit(tabs[1]);
  await wills.step("客情").click();

  // Every act is waited for until it is saved: so many acts, so many commands.
  const tap = async (tab: Page, item: typeof poster, choices: string[]) => {
    const visit = new Visit(tab);
    for (let n = 0; n < ACTS; n++) await visit.untilSaved(() => visit.question(item).choice(choices[n % choices.length] ?? "").click());
  };
  await Promise.all([tap(tabs[0], poster, ["有", "没有"]), tap(tabs[1], willing, scale), tap(tabs[2], tags, options)]);

  const pushed = new Map<number, Set<string>>();
  for (const tab of tabs)
    tab.on("request", (request) => {
      if (!request.url().endsWith("/sync/push")) return;
      const body = request.postDataJSON() as { commands: { seq: number; body: { id: string } }[] };
      for (const { seq, body: { id } } of body.commands) pushed.set(seq, (pushed.get(seq) ?? new Set()).add(id));
    });
  await network.restore();
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived(60_000);
  const made = 1 + 3 * ACTS; // and the check-in
  expect([...pushed.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: made }, (_, n) => n + 1));
  const ids = [...pushed.values()].flatMap((ids) => [...ids]);
  expect(ids, "each number one command").toHaveLength(made);
  expect(new Set(ids).size, "each command one number").toBe(made);
  const [visit, ...others] = await visitsBeside(office, known);
  expect(others).toEqual([]);
  expect(visit?.answers).toMatchObject({
    poster: { value: { yes_no: false } },
    willing: { value: { scale: (ACTS - 1) % scale.length } },
  });
});
