// 产品: what is sold, a list beside one of them.
import { expect, type Locator, type Page } from "@playwright/test";

export class Products {
  readonly rows: Locator;
  readonly detail: Locator;
  readonly add: Locator;
  readonly save: Locator;

  constructor(readonly page: Page) {
    this.rows = page.locator(".vlist").getByRole("listitem");
    this.detail = page.getByRole("main");
    this.add = page.getByRole("link", { name: "加产品" });
    this.save = this.detail.getByRole("button", { name: /^(存下来|加上)$/ });
  }

  /** From the settings. */
  async arrive(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^产品/ }).click();
    await expect(this.page).toHaveURL(/\/settings\/products$/);
    await expect(this.rows.first()).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.rows.getByRole("link").filter({ hasText: name }).first().click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toHaveText(name);
  }

  field(name: string): Locator {
    return this.detail.getByLabel(name, { exact: true });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
