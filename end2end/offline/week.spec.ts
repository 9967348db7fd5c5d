// The promise itself: seven days without a network. A short week in every run; `make week` makes it a full one of sixty
// visits with two hundred photos. The phone is switched off every night, and its clock goes on from day to day.
import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { type Done, expectAllThere, visitNext, wakeUp } from "../pages/round";
import { Today } from "../pages/today";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
/** How many visits in the week. */
const VISITS = Number(process.env.LIANYING_WEEK ?? DAYS);

test.use({ seed: { outlets: 400, days: 20 } });
test.setTimeout(180_000 + VISITS * 60_000);

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
    for (let n = 0; n < today && (await new Today(page).hasNext()); n++) done.push(await visitNext(page, office));
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

  const photos = await expectAllThere(office, known, done);
  console.log(`${done.length} visits with ${photos} photos over ${DAYS} days, ${waits} things in the outbox`);
});
