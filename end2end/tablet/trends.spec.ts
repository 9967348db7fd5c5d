// Figures by week: from a number to the visit and its photos, by touch and by keyboard, and without a network.
import { App } from "../pages/app";
import { Trends } from "../pages/trends";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test.use(TABLET);

test("a manager goes from a figure to a territory, a rep, a visit and its photos, and back", async ({ page }) => {
  const trends = new Trends(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("趋势");
  await trends.measure("覆盖");
  await expect(trends.heading).toHaveText(/那周覆盖 \d+%/);
  await expect(trends.reading).toContainText(/\d+ 家店，去了 \d+ 家/);
  await trends.row("邯郸市区").click();
  await expect(trends.narrowedTo("邯郸市区")).toBeVisible();
  await trends.row(REP.name).click();
  await expect(page.getByRole("heading", { name: "背后的拜访" })).toBeVisible();
  await trends.rows.filter({ hasText: "在店" }).first().click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]+$/);
  await expect(page.getByRole("main").getByRole("img").first()).toBeVisible();
  await page.goBack();
  await trends.narrowedTo(REP.name).click();
  await expect(trends.row(REP.name)).toBeVisible();
});

test("the weeks are gone through by arrow keys and by a tap, and each says its figure", async ({ page }) => {
  const trends = new Trends(page);
  await new App(page).begin(MANAGER);
  await trends.open();
  await trends.line.focus();
  await page.keyboard.press("End");
  await expect(trends.line).toHaveAttribute("aria-valuetext", /起的一周：/);
  await expect(trends.reading).toContainText("这周还没过完");
  await page.keyboard.press("ArrowLeft");
  await expect(trends.line).toHaveAttribute("aria-valuenow", "11");
  await expect(trends.reading).not.toContainText("这周还没过完");
  const box = await trends.line.boundingBox();
  await trends.line.click({ position: { x: (box?.width ?? 0) * 0.7, y: (box?.height ?? 0) / 2 } });
  await expect(trends.line).toHaveAttribute("aria-valuenow", "9");
});

test("without a network what was seen stays, with its time, and what was not says so", async ({ page, network }) => {
  const trends = new Trends(page);
  await new App(page).begin(MANAGER);
  await trends.open();
  await network.cut();
  await trends.by("业务代表");
  await expect(page.getByRole("heading", { name: "有网才看得到趋势" })).toBeVisible();
  await trends.by("区域");
  await expect(page.getByText(/^没有网络，这是.*的数字。$/)).toBeVisible();
  await expect(trends.line).toBeVisible();
  await network.restore();
  await trends.by("业务代表");
  await expect(trends.row(REP.name)).toBeVisible();
});

test("the figures leave as a table and as a workbook", async ({ page }) => {
  await new App(page).begin(MANAGER);
  await new Trends(page).open();
  for (const [name, ending] of [["导出 CSV", "csv"], ["导出 Excel", "xlsx"]] as const) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^trends-.*\\.${ending}$`));
  }
});
