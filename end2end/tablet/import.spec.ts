// A table of shops from a spreadsheet: tried first, written after, taken back.
import { readFile } from "node:fs/promises";
import { App } from "../pages/app";
import { Import } from "../pages/import";
import { Api } from "../support/api";
import { book, type Cell } from "../support/book";
import { shopsOf } from "../support/shops";
import { MANAGER, REP } from "../support/people";
import { expect, test } from "../support/test";

const SHOPS = 5_000;

/** Titles below a heading, full-width figures, stray spaces, phones as numbers, and a wrong cell now and then. */
function messy(): Buffer {
  const rows: Cell[][] = [["2026 年网点台账"], ["序号", "网点编码（必填）", " 店 名", "所在区县", "级别", "联系电话", "纬度", "经度"]];
  for (let n = 0; n < SHOPS; n++) {
    const lat = n % 1_000 === 7 ? "不详" : 36.6 + n / 1e5;
    const county = n % 2 ? "丛台区" : "河北省邯郸市丛台区";
    rows.push([n + 1, ` ＸＴ${String(n).padStart(5, "0")} `, `永 盛　超市${n}号店`, county, "ａ类", 13_800_000_000 + n, lat, 114.5391]);
  }
  return book(rows);
}

test("a manager imports five thousand shops from a messy workbook, sees which rows are wrong, and takes it all back", async ({
  page,
  server,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const before = (await shopsOf(rep)).length;
  const desk = new Import(page);
  await new App(page).begin(MANAGER);
  await desk.open();
  const file = messy();
  await desk.handIn("台账.xlsx", file);
  await expect(desk.heading).toHaveText("新增 4995，改动 0，5 行有错", { timeout: 60_000 });
  await expect(desk.fault("第 10 行 G 列")).toContainText("读到“不详”·不是经纬度");
  expect((await shopsOf(rep)).length, "nothing is written yet").toBe(before);

  const [download] = await Promise.all([page.waitForEvent("download"), desk.saveFaults.click()]);
  expect(download.suggestedFilename()).toBe("导入错误.csv");
  const saved = await readFile(await download.path(), "utf8");
  expect(saved.trimEnd().split("\r\n")).toHaveLength(6);

  await page.getByText("每一列是什么").click();
  await expect(desk.column("联系电话")).toHaveValue("phone");
  await desk.column("联系电话").selectOption("不导入");
  await expect(desk.heading).toHaveText("新增 4995，改动 0，5 行有错", { timeout: 60_000 });
  await expect(desk.act).toHaveText("导入 4995 行，留下 5 行");
  await desk.act.click();
  await expect(desk.notice("已导入：新增 4995，改动 0")).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await shopsOf(rep)).length).toBe(before + 4_995);
  const shop = (await shopsOf(rep)).find(({ name }) => name === "永盛超市1号店");
  expect(shop, "it is clean, and what was left out is").toMatchObject({ code: "XT00001", phone: "", class: "A" });

  await desk.handIn("台账.xlsx", file);
  await expect(desk.heading, "what is imported is not imported twice").toHaveText("新增 0，改动 4995，5 行有错", {
    timeout: 60_000,
  });
  await desk.undo("台账.xlsx").click();
  await expect(desk.notice("已撤回，和导入之前一样")).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await shopsOf(rep)).length).toBe(before);
});

test("a file that is no table says what to do with it", async ({ page }) => {
  const desk = new Import(page);
  await new App(page).begin(MANAGER);
  await desk.open();
  await desk.handIn("旧表.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
  await expect(desk.alert).toContainText("另存为 .xlsx");
  await expect(desk.act).toHaveCount(0);
});
