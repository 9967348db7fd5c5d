// 门店.
import type { Locator, Page } from "@playwright/test";

export class Outlets {
  readonly heading: Locator;
  readonly search: Locator;
  readonly rows: Locator;
  /** The rows with their places in the whole list; only those in sight are there. */
  readonly items: Locator;
  readonly main: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: /^店名、拼音首字母/ });
    this.main = page.getByRole("main");
    this.rows = this.main.getByRole("link");
    this.items = this.main.getByRole("list", { name: "门店" }).getByRole("listitem");
  }

  row(shop: string): Locator {
    return this.rows.filter({ hasText: shop });
  }

  chip(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The address of the row that stands in the middle of the window; none while it is not drawn. */
  async rowInTheMiddle(): Promise<string | null> {
    return this.page.evaluate(() => {
      const there = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return there?.closest("a")?.getAttribute("href") ?? null;
    });
  }
}
