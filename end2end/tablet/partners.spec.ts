// Partners on the manager's tablet.
import { App } from "../pages/app";
import { Board, PartnerFile } from "../pages/partner";
import { MANAGER } from "../support/people";
import { expect, test } from "../support/test";

test("what a rep asks for stands in the inbox, and one decision qualifies it and is written down", async ({ page, office }) => {
  const board = new Board(page);
  const [asked] = (await office.all("candidate")).filter(
    (candidate) => candidate.stage === "proposed" && candidate.proposal?.qualify !== undefined,
  );
  if (!asked) throw new Error("nobody asks");
  await new App(page).begin(MANAGER);
  await new App(page).go("伙伴");
  await expect(board.heading).toHaveText(/^\d+ 件等你批$/);
  await board.matter(asked.name).first().click();
  await board.decide("通过", "再看一年");
  await new PartnerFile(page).expectStage("已认证");
  await expect.poll(async () => (await office.get("candidate", asked.id))?.stage).toBe("qualified");
  const decided = await office.get("candidate", asked.id);
  expect(decided?.minutes?.at(-1)).toMatchObject({ ruling: "qualify", proposed_by: asked.proposal?.by_name, by_name: MANAGER.name });
});

test("nobody is cut without a reason, and who was cut is on no board", async ({ page, office }) => {
  const board = new Board(page);
  const [asked] = (await office.all("candidate")).filter(
    (candidate) => candidate.stage === "proposed" && candidate.proposal?.qualify !== undefined,
  );
  if (!asked) throw new Error("nobody asks");
  await new App(page).begin(MANAGER);
  await page.goto(`/partners/${asked.id}`);
  await page.getByRole("region", { name: "伙伴" }).getByRole("button", { name: "处理" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: "淘汰" }).check({ force: true });
  await sheet.getByLabel("写一句原因").fill("车不够");
  await expect(sheet.locator(".dock").getByRole("button", { name: "淘汰" })).toBeDisabled();
  await sheet.getByRole("button", { name: "关闭" }).click();
  await board.decide("淘汰", "送不到乡镇", "送货车辆");
  await expect.poll(async () => (await office.get("candidate", asked.id))?.minutes?.at(-1)?.item).toBe("送货车辆");
  await new App(page).go("伙伴");
  await board.look("看板");
  await expect(board.column("待审批")).toBeVisible();
  await expect(page.getByRole("main").getByText(asked.name, { exact: true })).toHaveCount(0);
});

test("candidates are held side by side with what each comes to", async ({ page, office }) => {
  const board = new Board(page);
  const pair = (await office.all("candidate")).filter(({ stage }) => stage === "proposed" || stage === "inspecting").slice(0, 2);
  await new App(page).begin(MANAGER);
  await new App(page).go("伙伴");
  await board.look("看板");
  for (const { name } of pair)
    await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "选来比" }).click();
  await board.compare.click();
  const table = page.getByRole("dialog").getByRole("table");
  for (const { name } of pair) await expect(table.getByRole("columnheader", { name })).toBeVisible();
  await expect(table.getByRole("row", { name: /^经营意识/ })).toBeVisible();
});

test("agreements in force stand in the calendar, and each territory says whose ground it is", async ({ page, office }) => {
  const board = new Board(page);
  const active = (await office.all("agreement")).filter(({ state }) => state === "active");
  await new App(page).begin(MANAGER);
  await new App(page).go("伙伴");
  await board.look("协议日历");
  for (const { candidate_name } of active) await expect(board.matter(candidate_name).first()).toBeVisible();
  await board.look("区域图");
  const names = new Set(active.map(({ candidate_name }) => candidate_name));
  await expect(page.getByRole("main").getByRole("link").filter({ hasText: [...names][0] ?? "" }).first()).toBeVisible();
});

test("a duty of the month is ticked off with whose tick it is, and the tick can be taken back", async ({ page, office }) => {
  await new App(page).begin(MANAGER);
  await page.goto("/alliance");
  const open = page.getByRole("listitem").filter({ hasText: "本月还没做" }).first();
  const duty = (await open.getByRole("button").getAttribute("aria-label")) ?? "";
  const tick = page.getByRole("button", { name: duty, exact: true }).first();
  await tick.click();
  await expect(tick).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("listitem").filter({ has: tick })).toContainText(MANAGER.name);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(tick).toHaveAttribute("aria-pressed", "false");
  expect((await office.all("alliance")).length).toBeGreaterThan(0);
});
