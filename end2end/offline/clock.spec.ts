// A phone whose clock is wrong is told so, and its records carry the right time (F111).
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Me } from "../pages/me";
import { Outbox } from "../pages/outbox";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const MINUTE = 60 * 1000;

test("a clock that is 63 minutes fast is said, and what is recorded with it has both times", async ({ page, network, office }) => {
  const [app, me, outbox] = [new App(page), new Me(page), new Outbox(page)];
  const known = await office.all("visit");
  await page.addInitScript((ahead) => {
    const { now } = Date;
    Date.now = () => now() + ahead;
  }, 63 * MINUTE);
  await app.begin(REP);
  await app.go("我");
  await expect(me.clock).toHaveText(/快了 6[23] 分钟/);

  await network.cut();
  await app.go("今天");
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  await expect(me.clock, "also without a network").toBeVisible();
  await page.getByText(/^\d+ 条，几点做的$/).click();
  await expect(page.getByText(/^\d+:\d\d（手机上是 \d+:\d\d）$/)).toBeVisible();

  await network.restore();
  await outbox.expectEverythingArrived();
  const [visit] = await visitsBeside(office, known);
  expect(Math.abs((visit?.check_in.at ?? 0) - Date.now())).toBeLessThan(5 * MINUTE);
});

test("a clock that is right is not spoken of in the outbox", async ({ page, office }) => {
  const [app, me] = [new App(page), new Me(page)];
  await app.begin(REP);
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  await expect(me.clock).toBeHidden();
  await app.go("我");
  await expect(page.getByText("和服务器的一样")).toBeVisible();
});
