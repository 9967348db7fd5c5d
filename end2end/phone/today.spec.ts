import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import { owedOffRoute, stopsOf } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("today shows the route in walking order, the first shop in the dock, and where a photo is owed", async ({ page, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const route = (await stopsOf(office, rep.user.id)).map(({ name }) => name);
  const owed = (await owedOffRoute(office, rep.user.id)).map(({ name }) => name);
  const count = route.length + owed.length;
  expect(route.length, "stops today").toBeGreaterThan(2);
  const today = new Today(page);
  await new App(page).begin(REP);

  await expect(today.heading).toHaveText(`还有 ${count} 家要走`);
  await expect(today.ring).toHaveAccessibleName(`今天 ${count} 家，已走 0 家`);
  await expect(today.nextShop).toHaveText(route[0] ?? "");
  await expect(today.stops).toHaveCount(count - 1);
  const listed = await today.listed();
  expect(listed.slice(0, route.length - 1), "the route, in its order").toEqual(route.slice(1));
  expect(listed.slice(route.length - 1).sort(), "then shops off it").toEqual(owed.sort());

  await today.toBrief.click();
  await expect(new Brief(page).shop).toHaveText(route[0] ?? "");
});

test("the brief says what happened the last time and how far the shop is", async ({ page }) => {
  const brief = new Brief(page);
  await new App(page).begin(REP);
  await new Today(page).toBrief.click();
  await expect(brief.lastVisit).toBeVisible();
  await expect(brief.dock).toContainText(/离店 [\d.]+ (米|公里)/);
  await expect(brief.dock).toContainText("定位误差 12 米");
});
