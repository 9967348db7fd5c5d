import path from "node:path";
import { App } from "../pages/app";
import { managerScreens, show, wear } from "../pages/screens";
import { MANAGER } from "../support/people";
import { PHONE, TABLET, test } from "../support/test";
test.use({ contextOptions: { reducedMotion: "reduce" }, seed: { outlets: 400, days: 20 } });
const NAMES = new RegExp(process.env.Z_NAMES ?? ".");
for (const [where, device, looks] of [
  ["tablet", TABLET, [["zh", "light"], ["en", "dark"]]],
  ["phone", PHONE, [["zh", "dark"], ["en", "light"]]],
] as const)
  test(`z ${where}`, async ({ openDevice, office }) => {
    test.setTimeout(900_000);
    const { page } = await openDevice(device);
    await new App(page).begin(MANAGER);
    const screens = (await managerScreens(page, office)).filter(({ name }) => NAMES.test(name));
    for (const [language, theme] of looks) {
      await wear(page, { language, theme });
      for (const screen of screens) {
        try {
          await show(page, screen);
          await page.screenshot({ path: path.join("/tmp/z", where, `${screen.name}-${language}-${theme}.png`) });
        } catch (error) {
          console.log(screen.name, String(error).slice(0, 200));
        }
      }
    }
  });
