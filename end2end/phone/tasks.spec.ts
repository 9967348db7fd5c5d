// The two views of what is owed.
import { App } from "../pages/app";
import { type Quadrant, Tasks } from "../pages/tasks";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { inDays, promise, shopOfClass } from "../support/promise";
import { expect, TABLET, test } from "../support/test";

const ALL: Quadrant[] = ["紧急重要", "重要不紧急", "紧急不重要", "不紧急不重要"];

test("on a phone the board is two by two with counts that add up, and nothing has to be scrolled to", async ({ page }) => {
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await new App(page).go("任务");
  await tasks.view("四象限").check();
  const boxes = await Promise.all(ALL.map((quadrant) => tasks.quad(quadrant).boundingBox()));
  const [a, b, c, d] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
  expect([a?.y, c?.y], "rows").toEqual([b?.y, d?.y]);
  expect([a?.x, b?.x], "columns").toEqual([c?.x, d?.x]);
  for (const quadrant of ALL) await expect(tasks.quad(quadrant)).toBeInViewport();
  const counts = await Promise.all(ALL.map((quadrant) => tasks.quad(quadrant).locator(".n").textContent()));
  const open = counts.reduce((sum, count) => sum + Number(count), 0);
  await tasks.view("清单").check();
  const rows = page.getByRole("main").locator("div.todo, a.line:has(.returned)");
  await expect(rows).toHaveCount(open);
});

test("the view that was chosen is the one that is found again", async ({ page }) => {
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await new App(page).go("任务");
  await expect(tasks.view("清单")).toBeChecked();
  await tasks.view("四象限").check();
  await new App(page).go("今天");
  await new App(page).go("任务");
  await expect(tasks.view("四象限")).toBeChecked();
  await expect(tasks.quad("紧急重要")).toBeVisible();
});

test("on a wide screen the four quarters stand side by side with all their lines", async ({ openDevice, server }) => {
  const rep = await Api.logIn(server.url, REP);
  await promise(rep, await shopOfClass(rep, ["C", "D"]), "问问新店主", { due: inDays(20) });
  const { page } = await openDevice(TABLET);
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await new App(page).go("任务");
  await tasks.view("四象限").check();
  await expect(tasks.line("不紧急不重要", "问问新店主"), "without opening anything").toBeVisible();
  const boxes = await Promise.all(ALL.map((quadrant) => tasks.quarter(quadrant).boundingBox()));
  expect(new Set(boxes.map((box) => box?.y)).size, "one row").toBe(1);
  expect(new Set(boxes.map((box) => box?.x)).size, "four columns").toBe(4);
});

test("a double tap on a tick finishes that task, and not the one that moves up", async ({ page, server }) => {
  const rep = await Api.logIn(server.url, REP);
  const shop = await shopOfClass(rep, ["C", "D"]);
  for (const what of ["送两箱样品", "换海报"]) await promise(rep, shop, what, { due: inDays(7) });
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await new App(page).go("任务");
  const first = (await tasks.followUp("送两箱样品").boundingBox())?.y ?? 0;
  const second = (await tasks.followUp("换海报").boundingBox())?.y ?? 0;
  const [upper, lower] = first < second ? ["送两箱样品", "换海报"] : ["换海报", "送两箱样品"];
  await tasks.tick(upper).dblclick();
  await expect(tasks.tick(upper)).toBeHidden();
  await expect(tasks.notice("撤销")).toBeVisible();
  await expect(tasks.tick(lower)).toBeVisible();
});
