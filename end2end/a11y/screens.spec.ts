// Every screen in both languages, light and dark, on the phone and the tablet: no violation of any rule of axe,
// nothing wider than the screen, and no complaint in the console.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { LOGIN, LOGIN_WRONG, managerScreens, repScreens, type Screen, show, VERIFY, wear } from "../pages/screens";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, TABLET, test } from "../support/test";

test.use({ contextOptions: { reducedMotion: "reduce" } });

// Colours do not depend on words, nor lines on colours: each language and each theme once.
const LOOKS = [
  { language: "zh", theme: "light" },
  { language: "en", theme: "dark" },
] as const;

async function expectSound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(" ")) }));
  expect.soft(found, where).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wider, `${where}: wider than the screen`).toBeLessThanOrEqual(0);
}

async function expectAllSound(page: Page, screens: Screen[], where: string): Promise<void> {
  for (const look of LOOKS) {
    await wear(page, look);
    for (const screen of screens) {
      await show(page, screen);
      await expectSound(page, `${screen.name} ${where} ${look.language} ${look.theme}`);
    }
  }
}

for (const [where, device] of [["phone", PHONE], ["tablet", TABLET]] as const) {
  test(`everybody can use the login on a ${where}`, async ({ openDevice, office }) => {
    const { page } = await openDevice(device);
    await page.goto("/login");
    await expectAllSound(page, [LOGIN, LOGIN_WRONG, VERIFY], where);
    // The server's own page knows nothing of what was chosen in the app.
    const paper = (await office.all("agreement")).find(({ hash }) => hash);
    for (const { language, theme } of LOOKS) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(`/compare/${paper?.hash}?lang=${language}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectSound(page, `compare ${where} ${language} ${theme}`);
    }
  });

  test(`everybody can use the rep's screens on a ${where}`, async ({ openDevice, office }) => {
    test.setTimeout(600_000);
    const { page } = await openDevice(device);
    await new App(page).begin(REP);
    await expectAllSound(page, await repScreens(page, office), where);
  });

  test(`everybody can use the manager's screens on a ${where}`, async ({ openDevice, office }) => {
    test.setTimeout(600_000);
    const { page } = await openDevice(device);
    await new App(page).begin(MANAGER);
    await expectAllSound(page, await managerScreens(page, office), where);
  });
}
