// Pictures of every screen, phone and tablet, light and dark, in both languages: `make shots`, into shots/.
import path from "node:path";
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { LANGUAGES, LOGIN, managerScreens, reasonScreen, repScreens, type Screen, show, THEMES, wear } from "../pages/screens";
import { MANAGER, REP } from "../support/people";
import { ROOT } from "../support/release";
import { PHONE, TABLET, test } from "../support/test";

test.use({ contextOptions: { reducedMotion: "reduce" }, seed: { outlets: 400, days: 20 } });
test.setTimeout(600_000);

async function shoot(page: Page, screens: Screen[], where: string): Promise<void> {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await wear(page, { language, theme });
      for (const screen of screens) {
        await show(page, screen);
        await page.screenshot({ path: path.join(ROOT, "shots", where, `${screen.name}-${language}-${theme}.png`) });
      }
    }
}

for (const [where, device] of [["phone", PHONE], ["tablet", TABLET]] as const) {
  test(`pictures of the rep's screens on a ${where}`, async ({ openDevice, office }) => {
    const { page } = await openDevice(device);
    await page.goto("/login");
    await shoot(page, [LOGIN], where);
    await wear(page, { language: "zh", theme: "light" });
    await new App(page).begin(REP);
    const rep = (await office.all("user")).find(({ name }) => name === REP.name);
    await shoot(page, [await reasonScreen(office, rep?.id ?? "")], where);
    await wear(page, { language: "zh", theme: "light" });
    await page.goto("/today");
    await shoot(page, await repScreens(page, office), where);
  });

  test(`pictures of the manager's screens on a ${where}`, async ({ openDevice, office }) => {
    const { page } = await openDevice(device);
    await new App(page).begin(MANAGER);
    await shoot(page, await managerScreens(page, office), where);
  });
}
