// 今天.
import type { Locator, Page } from "@playwright/test";

export class Today {
  readonly heading: Locator;
  readonly ring: Locator;
  readonly stops: Locator;
  /** The ink panel under the thumb. */
  readonly dock: Locator;
  readonly nextShop: Locator;
  readonly toBrief: Locator;
  readonly backToVisit: Locator;
  readonly savedHere: Locator;
  readonly offline: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.ring = page.getByRole("img", { name: /^今天 \d+ 家/ });
    this.stops = page.getByRole("main").getByRole("list").getByRole("listitem");
    this.dock = page.getByRole("region", { name: "下一站" });
    this.nextShop = this.dock.getByRole("heading");
    this.toBrief = this.dock.getByRole("link", { name: "看简报，去签到" });
    this.backToVisit = this.dock.getByRole("link", { name: "回到这次拜访" });
    this.savedHere = page.getByText(/^存在本机 \d+ 条$/);
    this.offline = page.getByText("没有网络");
  }

  stop(shop: string): Locator {
    return this.stops.filter({ hasText: shop });
  }
}
