// 我, and the manager's 设置: the person's own page, what is stored about them, and how the app is installed.
import { expect, type Locator, type Page } from "@playwright/test";

export class Me {
  readonly update: Locator;
  readonly logOut: Locator;
  readonly expired: Locator;
  readonly toData: Locator;
  /** The row about the phone's clock. */
  readonly clock: Locator;

  constructor(readonly page: Page) {
    this.update = page.getByRole("button", { name: /^(换上|Switch)$/ });
    this.logOut = page.getByRole("button", { name: /退出登录/ });
    this.expired = page.getByText("登录过期了");
    this.toData = page.getByRole("link", { name: /^存了我什么/ });
    this.clock = page.getByText(/^手机时间[快慢]了 \d+ 分钟，记录按校正后的时间$/);
  }

  /** Logs out, and waits until nobody is in. */
  async leave(): Promise<void> {
    await this.logOut.click();
    await expect(this.page).toHaveURL(/\/login/);
  }

  choose(group: "语言" | "外观" | "Language" | "Appearance", choice: string): Locator {
    return this.page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: choice, exact: true });
  }
}

/** 存了我什么. */
export class MyData {
  readonly save: Locator;

  constructor(readonly page: Page) {
    this.save = page.getByRole("button", { name: "存成文件" });
  }

  /** How many of a kind. */
  count(kind: string): Locator {
    return this.page.locator("dt", { hasText: new RegExp(`^${kind}$`) }).locator("xpath=following-sibling::dd[1]");
  }

  /** What one person looked at. */
  look(by: string): Locator {
    return this.page.getByRole("main").locator("details").filter({ hasText: by });
  }

  /** A position at a shop, the newest first. */
  place(shop: string): Locator {
    return this.page.getByRole("main").locator("div.line").filter({ hasText: shop });
  }
}
