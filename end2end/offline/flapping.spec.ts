// Days of work through a line of 100 kbit/s that comes and goes all the time, and never once stays. Two visits in every
// run; `LIANYING_FLAPPING=36` makes it a thousand commands and two hundred photos, which takes the better part of an hour.
import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { beginVisit, type Done, expectAllThere, finishVisit, visitNext, wakeUp } from "../pages/round";
import { Today } from "../pages/today";
import { held } from "../support/held";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const VISITS = Number(process.env.LIANYING_FLAPPING ?? 2);
const FULL = VISITS >= 36;
const A_DAY = 9;
const DAYS = Math.ceil(VISITS / A_DAY);
const DAY = 24 * 60 * 60 * 1000;
const BITS = 100_000;
/** Long enough for some of a photo, too short for most of them. */
const FLAPPING = { up: 6_000, down: 2_000 };

test.use({ seed: { outlets: 400, days: 20 } });
/** The photos alone take minutes at this speed; how many depends on what the played camera happens to show. */
const ARRIVING = 300_000 + VISITS * 120_000;

test.setTimeout(300_000 + VISITS * 60_000 + ARRIVING);

test("days of work go through a line that comes and goes while work goes on, whole and once", async ({
  installed,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  const { line } = installed;
  const known = await office.all("visit");
  let page = await installed.start();
  await new App(page).begin(REP);
  line.cut();

  const done: Done[] = [];
  const begun = Date.now();
  // A week has days with few stops or none, and which day it is today differs.
  for (let day = 0; done.length < VISITS - 1 && day < 2 * DAYS; day++) {
    await installed.close();
    page = await installed.start();
    await wakeUp(page, new Date(begun + day * DAY));
    const today = Math.ceil((VISITS - 1 - done.length) / Math.max(1, DAYS - day));
    for (let n = 0; n < today && (await new Today(page).hasNext()); n++) done.push(await visitNext(page, office));
  }
  expect(done.length, "there was enough to walk").toBe(VISITS - 1);
  // The last shop is entered without a network, and walked through while everything else goes out.
  const last = await beginVisit(page, office);
  const before = line.carried.device;
  line.throttle(BITS);
  const steady = line.flap(FLAPPING);
  // After so long without a network a phone looks every two minutes, and may look while the line is gone.
  await expect.poll(() => line.carried.device - before, { timeout: 300_000 }).toBeGreaterThan(0);
  done.push(await finishVisit(page, last));

  await new App(page).go("发件箱");
  const outbox = new Outbox(page);
  await outbox.expectEverythingArrived(ARRIVING);
  const seconds = Math.round((Date.now() - begun) / 1000);
  const { cuts } = line;
  const kilobytes = Math.round((line.carried.device - before) / 1000);
  line.throttle(Infinity);
  steady();

  const photos = await expectAllThere(office, known, done);
  const { commands } = await held(page);
  console.log(`${VISITS} visits, ${commands} commands, ${photos} photos, ${kilobytes} kB through ${cuts} cuts in ${seconds} s`);
  expect(cuts).toBeGreaterThan(2);
  if (FULL) {
    expect(photos).toBeGreaterThanOrEqual(200);
    expect(commands).toBeGreaterThanOrEqual(1_000);
  }
});
