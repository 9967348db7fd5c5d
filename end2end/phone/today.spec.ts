import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import { stopsOf } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("today shows the route in walking order, the first shop in the dock", async ({ page, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const stops = await stopsOf(office, rep.user.id);
  expect(stops.length, "stops today").toBeGreaterThan(2);
  const today = new Today(page);
  await new App(page).begin(REP);

  await expect(today.heading).toHaveText(`还有 ${stops.length} 家要走`);
  await expect(today.ring).toHaveAccessibleName(`今天 ${stops.length} 家，已走 0 家`);
  // Shops with a photo to take again or an open task stand first; the rest are in the order of the route.
  const listed = await today.stops.getByRole("heading").allTextContents();
  const shown = [(await today.nextShop.textContent()) ?? "", ...listed];
  const names = stops.map(({ name }) => name);
  const plain = names.filter((name) => shown.some((text) => text.startsWith(name)));
  expect(plain, "every stop is shown").toEqual(names);

  await today.toBrief.click();
  await expect(new Brief(page).shop).toHaveText(shown[0] ?? "");
});

test("the brief says what happened the last time and how far the shop is", async ({ page }) => {
  const brief = new Brief(page);
  await new App(page).begin(REP);
  await new Today(page).toBrief.click();
  await expect(brief.lastVisit).toBeVisible();
  await expect(brief.dock).toContainText(/离店 [\d.]+ (米|公里)/);
  await expect(brief.dock).toContainText("定位误差 12 米");
});
