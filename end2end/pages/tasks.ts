// 任务.
import type { Locator, Page } from "@playwright/test";

export class Tasks {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
  }

  row(shop: string): Locator {
    return this.page.getByRole("main").getByRole("link").filter({ hasText: shop });
  }

  /** Tick of a follow-up. */
  tick(what: string): Locator {
    const row = this.page.getByRole("main").locator("div.todo").filter({ hasText: what });
    return row.getByRole("button", { name: "办完了" });
  }
}
