// Lists and photos as files, of the days that are asked for.
import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { App } from "../pages/app";
import { MANAGER } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test.use(TABLET);

async function save(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return download;
}

test("the month leaves as lists and as photos, and without a network it is said that it cannot", async ({ page, network }) => {
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await page.getByRole("link", { name: /^导出/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("要哪张清单");
  await page.getByRole("button", { name: "上月" }).click();
  await expect(page.getByRole("button", { name: "上月" })).toHaveAttribute("aria-pressed", "true");
  const [from, to] = [await page.getByLabel("从").inputValue(), await page.getByLabel("到", { exact: true }).inputValue()];
  const visits = await save(page, "拜访，CSV 文件");
  const lines = (await readFile(await visits.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\ufeff日期,业务代表,/);
  for (const line of lines.slice(1)) {
    const day = line.slice(0, 10);
    expect(day >= from && day <= to, day).toBe(true);
  }
  const outlets = await save(page, "门店，Excel 文件");
  expect(outlets.suggestedFilename()).toMatch(/^outlets-.*\.xlsx$/);
  expect((await readFile(await outlets.path())).subarray(0, 2).toString()).toBe("PK");
  await page.getByRole("button", { name: "本月" }).click();
  const photos = await readFile(await (await save(page, "照片原图，ZIP 文件")).path());
  expect(photos.subarray(0, 2).toString()).toBe("PK");
  expect(photos.includes("照片清单.csv"), "a list of what is in it stands at its end").toBe(true);
  await network.cut();
  await expect(page.getByText("没有网络，先导不了")).toBeVisible();
});
