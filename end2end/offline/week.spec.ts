// The promise itself: seven days without a network. A short week in every run; `make week` makes it a full one of sixty
// visits with two hundred photos. The phone is switched off every night, and its clock goes on from day to day.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { checkIn, openNextBrief } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { type Given, Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { expectAnswers, expectPhotosHeld } from "../support/expect_visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
/** How many visits in the week. */
const VISITS = Number(process.env.LIANYING_WEEK ?? DAYS);

test.use({ seed: { outlets: 400, days: 20 } });
test.setTimeout(180_000 + VISITS * 60_000);

/** What was done in one shop, as the server should have it. */
interface Done {
  id: string;
  outlet: string;
  given: Given;
}

async function wakeUp(page: Page, morning: Date): Promise<void> {
  await page.clock.install({ time: morning });
  await page.goto("/today");
  await expect(new Today(page).toBrief).toBeVisible();
}

test("a week without a network arrives whole, once, and nothing is typed a second time", async ({
  installed,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  let page = await installed.start();
  await new App(page).begin(REP);
  await installed.close();
  page = await installed.start();
  await page.goto("/today");
  await expect(new Today(page).toBrief).toBeVisible();
  installed.line.cut();

  const done: Done[] = [];
  const begun = Date.now();
  for (let day = 0; day < DAYS; day++) {
    await installed.kill(); // the battery, every night
    page = await installed.start();
    await wakeUp(page, new Date(begun + day * DAY));
    // A route has more stops on some days than on others: what is left of the week is spread over what is left of it.
    const today = Math.ceil((VISITS - done.length) / (DAYS - day));
    for (let n = 0; n < today && (await new Today(page).hasNext()); n++) done.push(await visit(page));
  }
  expect(done.length, "there was enough to walk").toBe(VISITS);
  expect(await visitsBeside(office, known), "the server has nothing of it").toEqual([]);

  await installed.kill();
  page = await installed.start();
  await page.clock.install({ time: new Date(begun + (DAYS - 1) * DAY + 1) });
  await page.goto("/outbox");
  const outbox = new Outbox(page);
  await expect(outbox.heading).toHaveText(/^\d+ 条没发到/);
  const waits = Number(/^\d+/.exec((await outbox.heading.textContent()) ?? "")?.[0]);
  expect(waits, "everything waits: the acts and the photos").toBeGreaterThan(VISITS * 8);
  installed.line.restore();
  await outbox.sendNow.click();
  await outbox.expectEverythingArrived(60_000 + VISITS * 10_000);

  const arrived = await visitsBeside(office, known);
  expect(arrived.map(({ id }) => id).sort(), "each visit once").toEqual(done.map(({ id }) => id).sort());
  let photos = 0;
  for (const { id, outlet, given } of done) {
    const there = arrived.find((visit) => visit.id === id);
    if (!there) throw new Error(`no visit ${id}`);
    expect(there.outlet).toBe(outlet);
    expect(there.check_out, "checked out").toBeTruthy();
    expectAnswers(there, given);
    photos += (await expectPhotosHeld(office, there)).length;
  }
  console.log(`${done.length} visits with ${photos} photos over ${DAYS} days, ${waits} things in the outbox`);

  async function visit(page: Page): Promise<Done> {
    const { outlet, list } = await openNextBrief(page, office);
    const id = await checkIn(page);
    const visit = new Visit(page);
    // What was there last time is confirmed with a tap, what has to be said anew is said: as a rep in a hurry does it.
    const wanted = new Set(["photo"]);
    const items = list.items.filter((item) => item.required || wanted.has(item.answer));
    const given = await visit.answerEverything({ ...list, items });
    await visit.leave();
    return { id, outlet: outlet.id, given };
  }
});
