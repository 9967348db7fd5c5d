// 我, and the manager's 设置: the person's own page.
import type { Locator, Page } from "@playwright/test";

export class Me {
  readonly update: Locator;
  readonly logOut: Locator;
  readonly expired: Locator;

  constructor(readonly page: Page) {
    this.update = page.getByRole("button", { name: /^(换上|Switch)$/ });
    this.logOut = page.getByRole("button", { name: /退出登录/ });
    this.expired = page.getByText("登录过期了");
  }

  choose(group: "语言" | "外观" | "Language" | "Appearance", choice: string): Locator {
    return this.page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: choice, exact: true });
  }
}
