// Other programs that are told of what happens: added with a secret that is said once, and removed.
import { App } from "../pages/app";
import { MANAGER } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test.use(TABLET);

test("a program is added with a secret that is said once, not inside the company, and removed", async ({ page, complaints }) => {
  complaints.allow(/status of 400/, "an address inside is refused");
  await new App(page).begin(MANAGER);
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "加一个系统" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "开始通知" }).click();
  await expect(sheet.getByRole("alert")).toContainText("至少勾一件事、一个地方");
  await sheet.getByLabel("地址（https://…）").fill("http://127.0.0.1:9/hook");
  await sheet.getByRole("checkbox", { name: "拜访做完" }).check({ force: true });
  await sheet.getByRole("group", { name: "哪里的" }).getByRole("checkbox").first().check({ force: true });
  await sheet.getByRole("button", { name: "开始通知" }).click();
  await expect(sheet.getByRole("alert")).toContainText("要公网的网址");
  await sheet.getByLabel("地址（https://…）").fill("https://reports.example/hook");
  await sheet.getByRole("button", { name: "开始通知" }).click();
  await expect(sheet.getByRole("heading", { name: "签名密钥" })).toBeVisible();
  const secret = await sheet.locator("code").innerText();
  expect(secret.length).toBeGreaterThan(30);
  await sheet.getByRole("button", { name: "存好了" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "https://reports.example/hook" });
  await expect(row).toContainText("拜访做完");
  await expect(page.getByText(secret)).toHaveCount(0);
  await row.getByText("最近的通知").click();
  await expect(row).toContainText("还没有通知过。");
  await row.getByText("不用了？").click();
  await row.getByRole("button", { name: "不再通知" }).click();
  await expect(row).toHaveCount(0);
});
