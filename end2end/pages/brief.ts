// The brief of a shop, and arriving there.
import type { Locator, Page } from "@playwright/test";

export class Brief {
  readonly shop: Locator;
  readonly dock: Locator;
  readonly checkIn: Locator;
  readonly toVisit: Locator;
  readonly lastVisit: Locator;
  /** Why from afar, or why off the route. */
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.shop = page.getByRole("heading", { level: 1 });
    this.dock = page.getByRole("region", { name: "签到，开始拜访" });
    this.checkIn = this.dock.getByRole("button", { name: /^(签到，开始拜访|再拜访一次)$/ });
    this.toVisit = this.dock.getByRole("link", { name: "回到这次拜访" });
    this.lastVisit = page.getByRole("heading", { name: "上次拜访" });
    this.sheet = page.getByRole("dialog");
  }

  /** Checks in, with a ready reason to whatever is asked. */
  async arrive(): Promise<void> {
    await this.checkIn.click();
    const inside = this.page.waitForURL(/\/visits\//).then(() => "inside" as const);
    const asked = this.sheet.waitFor().then(() => "asked" as const);
    if ((await Promise.race([inside, asked])) === "asked") await this.giveReasons();
    await inside;
    asked.catch(() => {}); // nothing was asked
  }

  async giveReasons(): Promise<void> {
    // One section a question; any ready reason will do.
    for (const reasons of await this.sheet.locator("section").all()) await reasons.getByRole("button").first().click();
    await this.sheet.getByRole("button", { name: "签到，开始拜访" }).click();
  }
}
