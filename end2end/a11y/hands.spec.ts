// For hands: targets that a thumb finds, and everything by the keyboard.
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Brief } from "../pages/brief";
import { Today } from "../pages/today";
import { repScreens, show, wear } from "../pages/screens";
import { shopNamed } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("every target on the rep's screens is large enough for a thumb", async ({ page, office }) => {
  test.setTimeout(120_000);
  await new App(page).begin(REP);
  const screens = await repScreens(page, office);
  await wear(page, { language: "zh", theme: "light" });
  for (const screen of screens) {
    await show(page, screen);
    const small = await page.evaluate(async () => {
      // A sheet that still grows is measured when it stands.
      const moves = document.getAnimations().filter((move) => move.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(moves.map((move) => move.finished));
      const targets = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [role=radio]");
      return [...targets].flatMap((target) => {
        // A field or a radio is as large as the label around it; a link in a text is as high as its line.
        const whole = target.closest("label") ?? target;
        const { width, height } = whole.getBoundingClientRect();
        const seen = target.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && width > 1 && height > 1;
        if (!seen || target.matches(".skip, .vh, p a") || (width >= 44 && height >= 44)) return [];
        return [`${Math.round(width)}x${Math.round(height)} ${target.outerHTML.slice(0, 120)}`];
      });
    });
    expect.soft(small, screen.name).toEqual([]);
  }
});

test("the whole way into a visit goes by the keyboard", async ({ page }) => {
  await new App(page).begin(REP);
  await page.goto("/today"); // opened anew; after a step inside the app the focus is at the content already
  await expect(new Today(page).toBrief).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const reach = async (name: RegExp) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      // Where nothing has the focus yet, the whole page is what is active, and has every word in it.
      const focused = await page.evaluate(() => document.activeElement?.closest("a, button")?.textContent ?? "");
      if (name.test(focused)) return page.keyboard.press("Enter");
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  await reach(/看简报，去签到/);
  await expect(page).toHaveURL(/\/outlets\//);
  await reach(/签到，开始拜访/);
  await page.getByRole("dialog").or(page.getByText(/^已存/)).first().waitFor();
});

test("what has the keyboard keeps it when news draw its screen anew", async ({ page, office }) => {
  await new App(page).begin(REP);
  const other = await page.context().newPage();
  await other.goto("/today");
  await expect(new Today(other).toBrief).toBeVisible();
  const [later] = await new Today(other).listed();
  await page.goto(`/outlets/${(await shopNamed(office, later ?? "")).id}`);
  const held = page.getByRole("link", { name: "打电话给店主" });
  await held.focus();

  // In another tab a visit begins elsewhere: it has to end before one begins here.
  const { outlet } = await arriveAtNextShop(other, office);
  await expect(new Brief(page).dock).toContainText(`先签退${outlet.name}`);
  await expect(held).toBeFocused();
});
