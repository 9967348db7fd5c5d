// 账号: the accounts of people, beside where they are posted.
import { expect, type Locator, type Page } from "@playwright/test";

export class Accounts {
  readonly add: Locator;
  readonly sheet: Locator;
  readonly account: Locator;
  readonly detail: Locator;

  constructor(readonly page: Page) {
    this.add = page.getByRole("button", { name: "加人" });
    this.sheet = page.getByRole("dialog");
    this.detail = page.getByRole("main");
    this.account = this.detail.locator(".account");
  }

  async arrive(): Promise<void> {
    await this.page.goto("/settings/people");
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(/个业务代表/);
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toHaveText(name);
  }

  /** Makes an account and gives the password that is said this once. */
  async make(name: string, number: string): Promise<string> {
    await this.add.click();
    await this.sheet.getByLabel("姓名").fill(name);
    await this.sheet.getByLabel("手机号（用来登录）").fill(number);
    await this.sheet.getByRole("button", { name: "建账号" }).click();
    return this.password(name);
  }

  /** Reads the password of somebody and closes the sheet. */
  async password(name: string): Promise<string> {
    await expect(this.sheet.getByRole("heading", { name: `${name}的密码` })).toBeVisible();
    const password = await this.sheet.locator("code").innerText();
    await this.sheet.getByRole("button", { name: "抄好了" }).click();
    await expect(this.sheet).toBeHidden();
    return password;
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
