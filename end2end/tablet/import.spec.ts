// A table of shops from a spreadsheet: tried first, written after, taken back.
import { readFile } from "node:fs/promises";
import { App } from "../pages/app";
import { Import } from "../pages/import";
import { Api } from "../support/api";
import { book, type Cell } from "../support/book";
import { shopsOf } from "../support/shops";
import { ELSEWHERE, MANAGER, REP } from "../support/people";
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

test("the routes of a rep come from a table, a route with a wrong row stays out, and the rep walks by them until they are taken back", async ({
  page,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [plan] = (await rep.all("journey_plan")).filter((plan) => plan.rep === rep.user.id);
  if (!plan) throw new Error("the rep walks no route");
  const shops = (await rep.all("outlet")).filter((shop) => shop.territory === plan.territory && shop.open && !shop.partner).slice(0, 3);
  const [first, second, third] = shops;
  if (!first || !second || !third) throw new Error("too few shops");
  const far = (await office.all("outlet")).find((shop) => shop.territory !== plan.territory && !shop.partner);
  const desk = new Import(page);
  await new App(page).begin(MANAGER);
  await desk.open();
  await desk.choose("路线");
  const [download] = await Promise.all([page.waitForEvent("download"), desk.template.click()]);
  expect(download.suggestedFilename()).toBe("路线-空表.csv");
  const titles = (await readFile(await download.path(), "utf8")).replace("\ufeff", "").trimEnd();
  expect(titles).toBe("业务代表,路线,星期,频率,顺序,编号,起始日期");

  // Merged cells, an order that is not that of the rows, twice the same shop, and one of another territory.
  const rows = [
    titles,
    `${REP.name},表格一线,周三、周六,隔周,2,${first.code},`,
    `,,,,1,${second.code},`,
    `${REP.name},表格二线,周八,,,${first.code},`,
    `,,,,,${first.code},`,
    `,,,,,${far?.code ?? ""},`,
    `${ELSEWHERE.name}二,表格三线,周一,,,${third.code},`,
  ];
  await desk.handIn("路线.csv", Buffer.from(rows.join("\r\n")));
  await expect(desk.heading).toHaveText("新增 1，改动 0，4 行有错");
  await expect(desk.fault("第 4 行 C 列")).toContainText("看不出是星期几");
  await expect(desk.fault("第 5 行 F 列")).toContainText("第 4 行");
  await expect(desk.fault("第 6 行 F 列")).toContainText("这条路线在");
  await expect(desk.fault("第 7 行 A 列")).toContainText("没有这个名字的业务代表");
  await expect(desk.act).toHaveText("导入 1 处路线改动，留下 4 行");
  await desk.act.click();
  await expect(desk.notice("已导入：新增 1，改动 0")).toBeVisible();
  const made = async () => (await rep.all("journey_plan")).find(({ name }) => name === "表格一线");
  await expect.poll(async () => (await made())?.stops).toEqual([second.id, first.id]);
  expect(await made()).toMatchObject({ rep: rep.user.id, weekdays: [3, 6], weeks: { every_nth: { n: 2, phase: 0 } } });
  await desk.undo("路线.csv").click();
  await expect(desk.notice("已撤回，和导入之前一样")).toBeVisible();
  await expect.poll(made).toBeUndefined();
});
