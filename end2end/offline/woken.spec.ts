// P10: a phone without background sync sends when somebody looks at it again, and by that sign alone.
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("what was recorded without a network is sent when the page is looked at again, without any other sign", async ({
  page,
  network,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  // No background sync, as on every iPhone, and no timer that would come to help.
  await page.addInitScript(() => {
    delete (window as { SyncManager?: unknown }).SyncManager;
    const { setTimeout } = window;
    const patient = (run: TimerHandler, after = 0, ...rest: unknown[]) => setTimeout(run, after < 1_000 ? after : 2 ** 31 - 1, ...rest);
    window.setTimeout = patient as typeof window.setTimeout;
  });
  const known = await office.all("visit");
  await new App(page).begin(REP);
  network.line.cut(); // the browser hears nothing of it
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  const outbox = new Outbox(page);
  await expect(outbox.footing).toContainText("等有网就自动发");
  network.line.restore();
  expect(await visitsBeside(office, known), "nothing has told the phone").toEqual([]);

  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});
