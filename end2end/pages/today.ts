// 今天.
import { expect, type Locator, type Page } from "@playwright/test";

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
  readonly byDistance: Locator;
  /** What can be done with a stop beside going there. */
  readonly sheet: Locator;
  readonly note: Locator;
  readonly skip: Locator;
  readonly earlier: Locator;
  readonly place: Locator;
  readonly undo: Locator;
  /** The row into which settled stops are folded. */
  readonly fold: Locator;
  /** Overdue shops that are not on the route. */
  readonly overdue: Locator;
  readonly allOverdue: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole("main");
    this.heading = page.getByRole("heading", { level: 1 });
    this.ring = page.getByRole("img", { name: /^今天 \d+ 家/ });
    this.stops = main.getByRole("list").getByRole("listitem");
    this.dock = page.getByRole("region", { name: "下一站" });
    this.nextShop = this.dock.getByRole("heading");
    this.toBrief = this.dock.getByRole("link", { name: "看简报，去签到" });
    this.backToVisit = this.dock.getByRole("link", { name: "回到这次拜访" });
    this.savedHere = page.getByText(/^存在本机 \d+ 条$/);
    this.offline = page.getByText("没有网络");
    this.byDistance = main.getByRole("button", { name: "按距离重排" });
    this.sheet = page.getByRole("dialog");
    this.note = this.sheet.getByRole("textbox");
    this.skip = this.sheet.getByRole("button", { name: "跳过这家" });
    this.earlier = this.sheet.getByRole("button", { name: "往前一位" });
    this.place = this.sheet.getByRole("status");
    this.undo = page.getByRole("button", { name: "撤销" });
    this.fold = this.stops.getByRole("button", { expanded: false });
    this.overdue = main.locator(".group").filter({ hasText: "看所有逾期的店" }).getByRole("link");
    this.allOverdue = main.getByRole("link", { name: "看所有逾期的店" });
  }

  stop(shop: string): Locator {
    return this.stops.filter({ hasText: shop });
  }

  /** Whether there is a shop to go to, once the day is known. */
  async hasNext(): Promise<boolean> {
    await expect(this.ring.or(this.page.locator("main .empty"))).toBeVisible();
    return this.toBrief.isVisible();
  }

  /** What a tap on a stop of the list leads to, and what a finger draws aside. */
  toBriefOf(shop: string): Locator {
    return this.stop(shop).getByRole("link");
  }

  /** What lies behind a stop that is drawn aside. */
  behind(shop: string): Locator {
    return this.stop(shop).locator(".behind");
  }

  /** The shops of the list, the one in the dock not among them. */
  async listed(): Promise<string[]> {
    return this.stops.getByRole("heading").locator(".cut").allTextContents();
  }

  /** The button of a stop of the list for what else can be done with it. */
  more(shop: string): Locator {
    return this.page.getByRole("main").getByRole("button", { name: `${shop}：不去，或换个次序`, exact: true });
  }

  /** Opens what else can be done with a stop of the list. */
  async ask(shop: string): Promise<void> {
    await this.more(shop).click();
    await expect(this.sheet.getByRole("heading", { level: 2 })).toHaveText(shop);
  }

  reason(words: string): Locator {
    return this.sheet.getByRole("radio", { name: words });
  }
}
