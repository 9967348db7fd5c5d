// 给别的系统读数据: tokens for other programs.
import { expect, type Locator, type Page } from "@playwright/test";

export class Tokens {
  readonly add: Locator;
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.add = page.getByRole("button", { name: "加一个令牌" });
    this.sheet = page.getByRole("dialog");
  }

  /** From the settings. */
  async arrive(): Promise<void> {
    await this.page.goto("/settings/tokens");
    await expect(this.add).toBeVisible();
  }

  /** In the sheet that is open: names a token, ticks one thing that it reads, and gives the token. */
  async make(name: string, nth: number): Promise<string> {
    await this.sheet.getByLabel("给谁用（比如 BI 报表）").fill(name);
    await this.sheet.getByRole("checkbox").nth(nth).check({ force: true });
    await this.sheet.getByRole("button", { name: "生成令牌" }).click();
    await expect(this.sheet.getByRole("heading", { name: `${name}的令牌` })).toBeVisible();
    const token = await this.sheet.locator("code").innerText();
    await this.sheet.getByRole("button", { name: "存好了" }).click();
    await expect(this.sheet).toBeHidden();
    return token;
  }

  row(name: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: name });
  }

  async revoke(name: string): Promise<void> {
    await this.row(name).getByText("不用了？").click();
    await this.row(name).getByRole("button", { name: `作废${name}的令牌` }).click();
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
