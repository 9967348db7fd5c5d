import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { Api } from "../support/api";
import { checklistFor, shopNamed, standAt, stopsOf, visitsBeside } from "../support/day";
import { expectAnswers, expectPhotosHeld } from "../support/expect_visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf } from "../support/shops";

test("a whole visit without a network is kept on the phone and arrives once, with every answer and photo", async ({
  page,
  context,
  network,
  office,
}) => {
  const [today, brief, visit, outbox, app] = [new Today(page), new Brief(page), new Visit(page), new Outbox(page), new App(page)];
  const known = await office.all("visit");
  await app.begin(REP);
  await network.cut();

  const outlet = await shopNamed(office, await today.nextShop.textContent());
  const list = await checklistFor(office, outlet);
  const shop = outlet.name;
  await standAt(context, outlet);
  await today.toBrief.click();
  await expect(brief.dock).toContainText("离线也能签");
  await brief.checkIn.click();
  await expect(visit.shop).toHaveText(shop);

  const given = await visit.answerEverything(list);
  const kinds = new Set(list.items.filter(({ key }) => key in given).map(({ answer }) => answer));
  expect(kinds.size, "every kind of question was answered").toBe(12);
  await visit.leave("店主说下周要换冰柜");

  await expect(today.ring).toHaveAccessibleName(/已走 1 家$/);
  await expect(today.offline).toBeVisible();
  await app.go("发件箱");
  await expect(outbox.row(shop)).toContainText("存在本机");
  await expect(outbox.heading).toHaveText(/^\d+ 条没发到$/);
  await expect(outbox.footing).toContainText("等有网就自动发");
  expect(await visitsBeside(office, known), "the server has nothing of it").toEqual([]);

  await network.restore();
  await outbox.expectEverythingArrived();
  await expect(outbox.row(shop)).toContainText("已收到");
  const arrived = await visitsBeside(office, known);
  expect(arrived, "exactly one visit").toHaveLength(1);
  const [there] = arrived;
  if (!there) throw new Error("no visit");
  expect(there).toMatchObject({ outlet: outlet.id, rep_name: REP.name, reason: "planned", note: "店主说下周要换冰柜" });
  expect(there.check_in.distance).toBeLessThan(5);
  expect(there.score?.points).toBeGreaterThan(0);
  expectAnswers(there, given);
  const photos = await expectPhotosHeld(office, there);
  expect(photos.map(({ slot }) => slot).sort()).toEqual(["after", "before", "door", "fridge", "front", "side"]);
  for (const photo of photos) {
    expect(photo.capture).toBe("camera");
    expect(Math.max(photo.width, photo.height)).toBeLessThanOrEqual(1920);
  }
});

test("far from the shop and without a position a reason is enough", async ({ page, context, network, office }) => {
  const [brief, visit] = [new Brief(page), new Visit(page)];
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  await new Today(page).toBrief.click();
  await context.setGeolocation({ latitude: 36.0, longitude: 114.0, accuracy: 30 });
  await page.getByRole("button", { name: "重新定位" }).click();
  await expect(brief.dock).toContainText("公里");

  await brief.checkIn.click();
  await expect(brief.sheet.getByRole("heading", { name: "离店有点远" })).toBeVisible();
  await expect(brief.sheet.getByRole("button", { name: "签到，开始拜访" })).toBeDisabled();
  await brief.sheet.getByLabel("自己写一句").fill("在店主家里谈");
  await brief.sheet.getByRole("button", { name: "签到，开始拜访" }).click();
  await expect(visit.saved).toBeVisible();

  await network.restore();
  await expect.poll(async () => (await visitsBeside(office, known)).length).toBe(1);
  const [there] = await visitsBeside(office, known);
  expect(there?.check_in).toMatchObject({ exception: "在店主家里谈" });
  expect(there?.check_in.distance).toBeGreaterThan(10_000);
});

test("a shop off the route is visited with a word why", async ({ page, context, network, office, server }) => {
  const [brief, visit] = [new Brief(page), new Visit(page)];
  const known = await office.all("visit");
  const rep = await Api.logIn(server.url, REP);
  const onRoute = new Set((await stopsOf(office, rep.user.id)).map(({ id }) => id));
  const outlet = (await shopsOf(rep)).find(({ id }) => !onRoute.has(id));
  if (!outlet) throw new Error("every shop is on the route");
  await new App(page).begin(REP);
  await network.cut();
  await standAt(context, outlet);
  await page.goto(`/outlets/${outlet.id}`);
  await expect(page.getByText("不在今天的路线上")).toBeVisible();
  await brief.checkIn.click();
  await brief.sheet.getByRole("button", { name: "店主叫我来" }).click();
  await brief.sheet.getByRole("button", { name: "签到，开始拜访" }).click();
  await expect(visit.saved).toBeVisible();

  await network.restore();
  await expect.poll(async () => (await visitsBeside(office, known)).length).toBe(1);
  expect((await visitsBeside(office, known))[0]?.reason).toEqual({ unplanned: "店主叫我来" });
});
