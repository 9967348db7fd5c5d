// A new version of the app: found while the old one runs, taken by a tap, and no work is lost.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { kept, runningBuild } from "../pages/build";
import { Me } from "../pages/me";
import { Outbox } from "../pages/outbox";
import { Partners } from "../pages/partner";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { otherRelease } from "../support/release";
import { expect, test } from "../support/test";

test("a new version is offered when nothing is open, and what waits goes with it", async ({
  page,
  context,
  server,
  office,
  complaints,
}, info) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  const [app, visit, outbox] = [new App(page), new Visit(page), new Outbox(page)];
  await app.begin(REP);
  const before = await runningBuild(page);
  await context.route("**/sync/push", (route) => route.abort()); // so that the work stays on the phone
  const { outlet, list } = await arriveAtNextShop(page, office);
  await visit.photograph(itemOf(list, "front"));

  await server.restart(otherRelease(info.outputPath("release")));
  await page.goto("/me");
  await expect(page.getByText("拜访签退后再换新版本")).toBeVisible({ timeout: 30_000 });
  await expect(new Me(page).update).toBeHidden();
  expect(await runningBuild(page), "nothing changes by itself").toBe(before);

  await app.go("今天");
  await new Today(page).backToVisit.click();
  await visit.answerWhatMustBe({ ...list, items: list.items.filter(({ key }) => key !== "front") });
  await visit.leave();
  await app.go("发件箱");
  await expect(outbox.heading).toHaveText(/^\d+ 条没发到$/);
  const waiting = (await outbox.heading.textContent()) ?? "";
  await app.go("我");
  await new Me(page).update.click();
  await expect.poll(() => runningBuild(page).catch(() => before)).not.toBe(before);
  await app.go("发件箱");
  await expect(outbox.heading).toHaveText(waiting);
  await expect(outbox.row(outlet.name)).toContainText("存在本机");

  await context.unroute("**/sync/push");
  await outbox.sendNow.click();
  await outbox.expectEverythingArrived();
  const arrived = await visitsBeside(office, known);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]?.photos).toBe(4);
});

test("a page of the old version goes on working while the new one waits", async ({ page, server, network, office }, info) => {
  const [app, visit] = [new App(page), new Visit(page)];
  const missing: string[] = [];
  page.on("response", (response) => response.status() >= 400 && missing.push(response.url()));
  await app.begin(REP);
  const before = await runningBuild(page);
  await server.restart(otherRelease(info.outputPath("release")));
  await page.reload(); // the old build, from the service worker
  expect(await runningBuild(page)).toBe(before);
  await app.go("我");
  await expect(new Me(page).update).toBeVisible({ timeout: 30_000 });

  for (const tab of ["任务", "发件箱", "我", "门店"] as const) await app.go(tab);
  // Their file is the old build's, which the server does not have any more.
  await new Partners(page).way.click();
  await expect(new Partners(page).add).toBeVisible();
  await page.goBack();
  await app.go("今天");
  const { list, id } = await arriveAtNextShop(page, office);
  await visit.answer(itemOf(list, "poster"));
  await visit.photograph(itemOf(list, "front"));
  await expect.poll(async () => (await office.get("visit", id))?.photos).toBe(1);
  await network.cut();
  await page.reload();
  expect(await runningBuild(page)).toBe(before);
  await expect(visit.question(itemOf(list, "poster")).folded).toBeVisible();
  expect(missing).toEqual([]);
});

test("an update that is cut in the middle changes nothing, and is taken up again", async ({ page, server, network }, info) => {
  const app = new App(page);
  await app.begin(REP);
  const before = await runningBuild(page);
  const whole = await kept(page);
  await server.restart(otherRelease(info.outputPath("release")));
  network.line.cutAfter(60_000, "server");
  await page.reload();
  await expect.poll(() => network.line.isCut()).toBe(true);
  await network.cut();
  await page.reload();
  await expect(new Today(page).heading).toBeVisible();
  expect(await runningBuild(page)).toBe(before);
  for (const [name, paths] of Object.entries(whole)) expect((await kept(page))[name], name).toEqual(paths);

  await network.restore();
  await page.reload();
  await app.go("我");
  await new Me(page).update.click({ timeout: 30_000 });
  await expect.poll(() => runningBuild(page).catch(() => before)).not.toBe(before);
  await network.cut();
  await page.reload();
  await expect(new Me(page).logOut).toBeVisible();
});
