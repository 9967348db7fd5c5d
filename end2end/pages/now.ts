// 现在: what a manager has to see to, and beside it the day.
import type { Locator, Page } from "@playwright/test";

export class Now {
  readonly inbox: Locator;
  readonly figures: Locator;
  /** Those who walk today, the one not heard from longest first. */
  readonly reps: Locator;
  readonly map: Locator;
  readonly asOf: Locator;
  readonly refresh: Locator;

  constructor(readonly page: Page) {
    this.inbox = page.locator(".inbox");
    this.figures = page.getByRole("region", { name: "今天的数字" }).getByRole("link");
    this.reps = page.locator(".reps").getByRole("listitem");
    this.map = page.getByRole("img", { name: /^示意图：\d+ 人的 \d+ 站/ });
    this.asOf = page.locator(".asof");
    this.refresh = page.getByRole("button", { name: "再问一次手机" });
  }

  /** What is to be seen to, by its words. */
  matter(words: string | RegExp): Locator {
    return this.inbox.getByRole("listitem").filter({ hasText: words });
  }

  rep(name: string): Locator {
    return this.reps.filter({ hasText: name });
  }

  /** The stops of the map as links. */
  async stops(): Promise<Locator> {
    await this.page.getByText("按名单看这些站").click();
    return this.page.locator(".stops").getByRole("link");
  }
}
