// The worst line that a rep has: 23 kbit/s, cut every twenty seconds (P25). A short first sync in every run;
// LIANYING_POOR=1 makes it one of ten thousand records.
import { Today } from "../pages/today";
import { Login } from "../pages/login";
import { Api } from "../support/api";
import { held } from "../support/held";
import { REP } from "../support/people";
import { DEFAULT_SEED } from "../support/template";
import { expect, test } from "../support/test";

const FULL = !!process.env.LIANYING_POOR;
const BITS = 23_000;
const UP = 20_000;
const DOWN = 2_000;
/** A page that takes longer than a second and a half at this pace is too large for it. */
const PAGE = (BITS / 8) * 1.5;

test.use({ seed: FULL ? { outlets: 4_000, days: 60 } : DEFAULT_SEED });
test.setTimeout(FULL ? 3_600_000 : 300_000);

test("a first sync over a line that is cut every twenty seconds ends, and fetches little of it twice", async ({
  page,
  server,
  line,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  await page.goto("/login");
  // The app itself is here before: what is measured is the work.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const wholes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes().then(({ responseHeadersSize, responseBodySize }) => responseHeadersSize + responseBodySize);
    wholes.push(size);
  });

  line.throttle(BITS);
  const before = line.carried.server;
  const begun = Date.now();
  const steady = line.flap({ up: UP, down: DOWN });
  await new Login(page).logIn(REP);
  const complete = async () => (await held(page)).complete;
  await expect.poll(complete, { timeout: FULL ? 3_000_000 : 240_000, intervals: [500] }).toBe(true);
  const seconds = Math.round((Date.now() - begun) / 1000);
  const carried = line.carried.server - before;
  const { cuts } = line;
  line.throttle(Infinity);
  steady();

  const useful = (await Promise.all(wholes)).reduce((sum, bytes) => sum + bytes, 0);
  const twice = Math.max(0, carried - useful);
  const again = twice / useful;
  const { records } = await held(page);
  console.log(
    `${records} records in ${seconds} s at ${BITS / 1000} kbit/s with ${cuts} cuts: ` +
      `${Math.round(useful / 1000)} kB, ${(again * 100).toFixed(1)} % of it twice`,
  );
  expect(cuts, "it was cut again and again").toBeGreaterThan(1);
  expect(twice / cuts, "what a cut costs, in bytes: less than a page of this line").toBeLessThan(PAGE);
  if (FULL) expect(again, "fetched twice").toBeLessThan(0.05);
  expect(records, "all of it").toBe(await (await Api.logIn(server.url, REP)).count());
  if (FULL) expect(records).toBeGreaterThan(10_000);

  line.cut();
  await page.goto("/today");
  await expect(new Today(page).heading).toBeVisible();
});
