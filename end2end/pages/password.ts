// 改密码: from one's own page, and before anything else where somebody else gave the password.
import { expect, type Locator, type Page } from "@playwright/test";

export class Password {
  readonly given: Locator;
  readonly old: Locator;
  readonly fresh: Locator;
  readonly change: Locator;
  readonly begin: Locator;
  readonly problem: Locator;
  readonly due: Locator;

  constructor(readonly page: Page) {
    this.given = page.getByLabel("给你的密码", { exact: true });
    this.old = page.getByLabel("原来的密码", { exact: true });
    this.fresh = page.getByLabel("新密码", { exact: true });
    this.change = page.getByRole("button", { name: "换成新密码" });
    this.begin = page.getByRole("button", { name: "换好，开始用" });
    this.problem = page.getByRole("alert");
    this.due = page.getByRole("heading", { name: "先换成自己的密码" });
  }

  /** From one's own page or the settings. */
  async arrive(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^改密码/ }).click();
    await expect(this.page).toHaveURL(/\/me\/password$/);
  }

  /** Takes a password of one's own in the place of one that was given. */
  async takeOwn(given: string, own: string): Promise<void> {
    await expect(this.due).toBeVisible({ timeout: 30_000 });
    await this.given.fill(given);
    await this.fresh.fill(own);
    await this.begin.click();
    await expect(this.due).toBeHidden();
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
