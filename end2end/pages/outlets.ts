// 门店.
import type { Locator, Page } from "@playwright/test";

export class Outlets {
  readonly heading: Locator;
  readonly search: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: /^店名、拼音首字母/ });
    this.rows = page.getByRole("main").getByRole("link");
  }

  row(shop: string): Locator {
    return this.rows.filter({ hasText: shop });
  }

  classChip(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }
}
