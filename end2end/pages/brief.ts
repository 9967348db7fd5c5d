// The brief of a shop, and arriving there.
import type { Locator, Page } from "@playwright/test";

export class Brief {
  readonly shop: Locator;
  readonly dock: Locator;
  readonly checkIn: Locator;
  readonly toVisit: Locator;
  readonly lastVisit: Locator;
  /** Headings of what changed and of competitors. */
  readonly changed: Locator;
  readonly rivals: Locator;
  /** How often, and how it stands. */
  readonly rhythm: Locator;
  readonly stockTrend: Locator;
  /** Why from afar, or why off the route. */
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.shop = page.getByRole("heading", { level: 1 });
    this.dock = page.getByRole("region", { name: "签到，开始拜访" });
    this.checkIn = this.dock.getByRole("button", { name: /^(签到，开始拜访|再拜访一次)$/ });
    this.toVisit = this.dock.getByRole("link", { name: "回到这次拜访" });
    this.lastVisit = page.getByRole("heading", { name: "上次拜访" });
    this.changed = page.getByRole("heading", { name: "变了什么" });
    this.rivals = page.getByRole("heading", { name: "竞品在做什么" });
    this.rhythm = page.getByText(/^每 \d+ 天去一次/);
    this.stockTrend = page.getByRole("img", { name: /^最近几次库存/ });
    this.sheet = page.getByRole("dialog");
  }

  /** What is said of something in a list of facts. */
  fact(name: string): Locator {
    return this.page.locator("dt").filter({ hasText: name }).locator("xpath=following-sibling::dd[1]");
  }

  /** Changes beyond the gravest are folded. */
  async unfoldChanges(): Promise<void> {
    const more = this.page.locator("summary").filter({ hasText: /处变了$/ });
    if (await more.isVisible()) await more.click();
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
