// Pictures of what no address leads to: a stop half drawn aside, a locked phone, a parcel with its code, a shelf with
// something on it. Part of `make shots`.
import path from "node:path";
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Lock } from "../pages/lock";
import { Quarantine } from "../pages/office";
import { Parcels } from "../pages/parcels";
import { LANGUAGES, THEMES, wear } from "../pages/screens";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { Finger } from "../support/finger";
import { MANAGER, REP } from "../support/people";
import { ROOT } from "../support/release";
import { expect, PHONE, TABLET, test } from "../support/test";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(300_000);

const picture = (page: Page, where: string, name: string) =>
  page.screenshot({ path: path.join(ROOT, "shots", where, `${name}.png`) });

test("pictures of a stop half drawn aside, and of a locked phone", async ({ openDevice }) => {
  const { page } = await openDevice(PHONE);
  const [day, lock] = [new Today(page), new Lock(page)];
  await new App(page).begin(REP);
  for (const theme of THEMES) {
    await wear(page, { language: "zh", theme });
    await page.goto("/today");
    await expect(day.stops.first()).toBeVisible();
    const shop = (await day.listed())[0] ?? "";
    const box = await day.toBriefOf(shop).boundingBox();
    if (!box) throw new Error("the stop is not shown");
    const finger = await Finger.down(page, { x: box.x + 240, y: box.y + box.height / 2 });
    await finger.move({ x: -120, y: 0 });
    await expect(day.behind(shop)).toBeVisible();
    await picture(page, "phone", `today-drawn-aside-zh-${theme}`);
    await finger.move({ x: 120, y: 0 });
    await finger.up();
  }
  await page.goto("/me");
  await lock.set.click();
  await expect(lock.asks("输新的 PIN")).toBeVisible();
  await lock.type("04");
  await picture(page, "phone", "me-pin-zh-dark");
  await page.keyboard.press("Escape");
  await lock.setPin("048213");
  await picture(page, "phone", "me-with-pin-zh-dark");
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await wear(page, { language, theme });
      await page.reload();
      await expect(lock.screen).toBeVisible();
      await picture(page, "phone", `locked-${language}-${theme}`);
    }
});

test("pictures of a parcel, and of the manager's shelf with something on it", async ({ openDevice, office }) => {
  const [phone, tablet] = [await openDevice(PHONE), await openDevice(TABLET)];
  const [parcels, visit, shelf] = [new Parcels(phone.page), new Visit(phone.page), new Quarantine(tablet.page)];
  await new App(phone.page).begin(REP);
  await phone.network.cut();
  const { outlet, list } = await arriveAtNextShop(phone.page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  await new App(phone.page).go("发件箱");
  await parcels.open();
  await parcels.pack();
  await picture(phone.page, "phone", "parcel-with-code-zh-light");

  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  const posting = (await office.all("assignment")).find(({ user }) => user === rep?.id);
  const until = new Date(Date.now() - 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await office.push({ do: "end_assignment", assignment: posting?.id, until });
  await new App(tablet.page).begin(MANAGER);
  await phone.network.restore();
  await expect(shelf.way).toBeVisible({ timeout: 60_000 });
  await shelf.way.click();
  await shelf.open(outlet.name);
  await expect(shelf.detail).toBeVisible();
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await wear(tablet.page, { language, theme });
      await tablet.page.reload();
      await expect(tablet.page.getByRole("main")).toBeVisible();
      await expect(tablet.page.locator(".sk, [aria-busy=true]")).toHaveCount(0);
      await picture(tablet.page, "tablet", `quarantine-with-something-${language}-${theme}`);
    }
});
