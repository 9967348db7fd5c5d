// A manager plans the week of a rep anew; the rep walks by it once it has arrived.
import { App } from "../pages/app";
import { daysAfter, nextMonday, Planning } from "../pages/planning";
import { Api } from "../support/api";
import { isWalkedOn, stopsOf } from "../support/day";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import type { Outlet } from "../support/records";
import { today } from "../support/template";
import { expect, test } from "../support/test";

const MONDAY = nextMonday(today());
const [TUESDAY, WEDNESDAY] = [daysAfter(MONDAY, 1), daysAfter(MONDAY, 2)];

const names = (stops: Outlet[]) => stops.map(({ name }) => name);

test("a stop is tapped and put on another day, the load of both follows, and undo brings back the week as it was", async ({
  page,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [before, after] = [await stopsOf(office, rep.user.id, MONDAY), await stopsOf(office, rep.user.id, TUESDAY)];
  const stop = before.find(({ id }) => !after.some((other) => other.id === id));
  if (!stop) throw new Error("both days lead to the same shops");
  const planning = new Planning(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await planning.open(REP.name);
  await expect(planning.save, "nothing to save yet").toBeDisabled();
  const [load, other] = [planning.load(MONDAY), planning.load(TUESDAY)];
  const [full, light] = [Number(await load.getAttribute("value")), Number(await other.getAttribute("value"))];

  await planning.card(MONDAY, stop).click();
  await planning.put(TUESDAY).click();
  await expect(planning.card(TUESDAY, stop)).toBeVisible();
  await expect(planning.card(MONDAY, stop)).toHaveCount(0);
  await expect.poll(async () => Number(await load.getAttribute("value"))).toBeLessThan(full);
  expect(Number(await other.getAttribute("value"))).toBeGreaterThanOrEqual(light);
  await page.getByRole("button", { name: "放开" }).click();
  const [now, routes] = [await stopsOf(office, rep.user.id), (await rep.all("journey_plan")).length];
  await planning.save.click();
  await planning.notice(`${REP.name}的路线排好了`).getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await rep.all("journey_plan")).length, { timeout: 30_000 }).toBeGreaterThan(routes);
  await expect
    .poll(async () => names(await stopsOf(rep, rep.user.id, MONDAY)), { timeout: 30_000 })
    .toEqual(names(before));
  expect(names(await stopsOf(rep, rep.user.id, TUESDAY))).toEqual(names(after));

  await planning.card(MONDAY, stop).click();
  await planning.put(TUESDAY).click();
  await page.getByRole("button", { name: "放开" }).click();
  await planning.save.click();
  await expect
    .poll(async () => names(await stopsOf(rep, rep.user.id, TUESDAY)), { timeout: 30_000 })
    .toEqual([...names(after), stop.name]);
  expect(names(await stopsOf(rep, rep.user.id, MONDAY))).not.toContain(stop.name);
  expect(names(await stopsOf(rep, rep.user.id)), "until then nothing changes").toEqual(names(now));
});

test("by keys alone a stop is picked, moved along the week and taken off, without a network", async ({ page, server, network, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const [before, next] = [await stopsOf(office, rep.user.id, MONDAY), await stopsOf(office, rep.user.id, TUESDAY)];
  const [first, second] = before.filter(({ id }) => !next.some((other) => other.id === id));
  if (!first || !second) throw new Error("too few stops");
  const planning = new Planning(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await planning.open(REP.name);
  await network.cut();
  await planning.card(MONDAY, first).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(planning.card(TUESDAY, first)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await planning.card(MONDAY, second).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await expect(planning.card(MONDAY, second)).toHaveCount(0);
  await planning.save.press("Enter");
  await expect(planning.notice(`${REP.name}的路线排好了`)).toBeVisible();
  await network.restore();
  const moved = names(next);
  moved.splice(moved.length - 1, 0, first.name);
  await expect
    .poll(async () => names(await stopsOf(rep, rep.user.id, TUESDAY)), { timeout: 30_000 })
    .toEqual(moved);
  expect(names(await stopsOf(rep, rep.user.id, MONDAY))).toEqual(
    names(before).filter((name) => ![first.name, second.name].includes(name)),
  );
});

test("a shop that no route leads to is dragged onto a day, and whoever changed the route meanwhile is not overwritten", async ({
  page,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const stops = await stopsOf(office, rep.user.id, MONDAY);
  const [stop] = stops;
  if (!stop) throw new Error("nobody walks on Monday");
  const planning = new Planning(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await planning.open(REP.name);
  const card = planning.card(MONDAY, stop);
  await card.dragTo(planning.loose.getByRole("heading"));
  await expect(card).toHaveCount(0);
  await planning.discard.click();
  await expect(card).toBeVisible();
  await card.dragTo(planning.column(WEDNESDAY).getByRole("heading"));
  await expect(planning.card(WEDNESDAY, stop)).toBeVisible();

  const plan = (await office.all("journey_plan")).find((plan) => plan.rep === rep.user.id && plan.weekdays.includes(1) && plan.stops.includes(stop.id));
  if (!plan) throw new Error("the stop is on no route");
  const ahead = { how: "stops", plan: plan.id, seen: plan.stops, stops: plan.stops.slice(1), next: crypto.randomUUID() };
  const from = MONDAY;
  expect(await office.push({ do: "plan_routes", rep: rep.user.id, from, routes: [ahead] })).toMatchObject({ outcome: "applied" });
  await planning.save.click();
  // Refused at once if the other plan has come, or by the server if not: never merged unseen.
  await expect
    .poll(async () => (await office.all("journey_plan")).filter(({ id }) => id === ahead.next).map(({ stops }) => stops))
    .toEqual([ahead.stops]);
});

test("a route gets another name and goes over to a colleague from a day on, both phones heal, and undo brings it back", async ({
  page,
  server,
  office,
}) => {
  const [rep, other] = [await Api.logIn(server.url, REP), await Api.logIn(server.url, NEIGHBOUR)];
  const mine = (await office.all("journey_plan")).filter((plan) => plan.rep === rep.user.id && !plan.window.until);
  const plan = mine.find(({ weekdays, stops }) => weekdays.includes(1) && stops.length > 0);
  if (!plan) throw new Error("nobody walks on Monday");
  const [before, theirs] = [await stopsOf(office, rep.user.id, MONDAY), await stopsOf(office, other.user.id, MONDAY)];
  const planning = new Planning(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await planning.open(REP.name);
  await planning.change(plan.name, "一");
  await planning.sheet.getByLabel("路线名称").fill("丛台东线");
  await planning.sheet.getByLabel("谁走").selectOption({ label: NEIGHBOUR.name });
  await expect(planning.sheet, "what both walk then is said before").toContainText("四周的站数");
  await expect(planning.sheet).toContainText("两个人的手机都已经有");
  await planning.sheet.getByRole("button", { name: "放进计划" }).click();
  await expect(planning.routes.filter({ hasText: "丛台东线" })).toContainText(`交给${NEIGHBOUR.name}`);
  await expect(planning.unsaved).toContainText("还没存");
  await planning.save.click();
  await expect(planning.notice(`${REP.name}的路线排好了`)).toBeVisible();
  const handed = async (api: Api) => (await api.all("journey_plan")).find(({ name }) => name === "丛台东线");
  await expect.poll(async () => (await handed(other))?.rep, { timeout: 30_000 }).toBe(other.user.id);
  // Those of even and of odd weeks are called the same: one of them it was.
  const given = await handed(rep);
  if (!given) throw new Error("who gives it away does not hear of it");
  expect(mine.map(({ stops }) => stops)).toContainEqual(given.stops);
  const gone = isWalkedOn(given, MONDAY) ? before.filter(({ id }) => given.stops.includes(id)).map(({ name }) => name) : [];
  const left = names(await stopsOf(rep, rep.user.id, MONDAY));
  expect(left.filter((name) => gone.includes(name))).toEqual([]);
  expect(names(await stopsOf(other, other.user.id, MONDAY))).toEqual(expect.arrayContaining(gone));

  await planning.notice(`${REP.name}的路线排好了`).getByRole("button", { name: "撤销" }).click();
  await expect
    .poll(async () => names(await stopsOf(rep, rep.user.id, MONDAY)).sort(), { timeout: 30_000 })
    .toEqual(names(before).sort());
  expect(names(await stopsOf(other, other.user.id, MONDAY)).sort()).toEqual(names(theirs).sort());
});
