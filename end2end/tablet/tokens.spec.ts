// Tokens for other programs: made for a territory, read with, and revoked; and the description of what can be read.
import { App } from "../pages/app";
import { Tokens } from "../pages/tokens";
import { MANAGER } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test.use(TABLET);

test("a token is said once, reads the territory that it was made for, and nothing once it is revoked", async ({
  page,
  server,
  playwright,
}) => {
  const tokens = new Tokens(page);
  await new App(page).begin(MANAGER);
  await tokens.arrive();
  await tokens.add.click();
  await tokens.sheet.getByRole("button", { name: "生成令牌" }).click();
  await expect(tokens.sheet.getByText("写上给谁用，最多 60 个字")).toBeVisible();
  await expect(tokens.sheet.getByRole("alert")).toContainText("至少勾一个");
  const token = await tokens.make("BI 报表", 1);
  expect(token).toMatch(/^lianying_/);
  await expect(tokens.row("BI 报表")).toContainText("还没用过");
  await expect(page.getByText(token)).toHaveCount(0);

  const program = await playwright.request.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  const read = () => program.get(`${server.url}/api/v1/lists/outlets`);
  const outlets = (await (await read()).json()).items as { scope: string }[];
  expect(new Set(outlets.map(({ scope }) => scope)).size, "one territory").toBe(1);

  await tokens.revoke("BI 报表");
  await expect(tokens.notice("BI 报表的令牌作废了")).toBeVisible();
  await expect(tokens.row("BI 报表")).toContainText("作废");
  expect((await read()).status()).toBe(401);
  await program.dispose();
});

test("what can be read is described on a page of its own", async ({ page }) => {
  const tokens = new Tokens(page);
  await new App(page).begin(MANAGER);
  await tokens.arrive();
  await page.getByRole("link", { name: "能读什么、怎么读" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lianying API" })).toBeVisible();
  await page.getByText("/api/v1/lists/{list}").click();
  await expect(page.getByText("Read a list with a token")).toBeVisible();
});

test("tokens need a network and say so", async ({ page, network }) => {
  await new App(page).begin(MANAGER);
  await network.cut();
  await page.goto("/settings/tokens");
  await expect(page.getByText("令牌在服务器上，先连上网")).toBeVisible();
  await network.restore();
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(new Tokens(page).add).toBeVisible();
});
