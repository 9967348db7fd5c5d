// What every screen has: the tabs, and ways to wait until the phone can be left alone.
import { expect, type Locator, type Page } from "@playwright/test";
import { held } from "../support/held";
import type { Person } from "../support/people";
import { Login } from "./login";

export type Tab = "今天" | "门店" | "任务" | "发件箱" | "我" | "现在" | "拜访" | "伙伴" | "趋势" | "设置";

export class App {
  readonly tabs: Locator;
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.tabs = page.getByRole("navigation", { name: "主导航" });
    this.heading = page.getByRole("heading", { level: 1 });
  }

  /** The badge stands before the word and may count something. */
  tab(name: Tab): Locator {
    return this.tabs.getByRole("link", { name: new RegExp(`${name}$`) });
  }

  async go(name: Tab): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute("aria-current", "page");
  }

  /** Opens the app for the first time, logs in, and waits until it could be used without a network. */
  async begin(person: Person): Promise<void> {
    await this.page.goto("/login");
    await this.logIn(person);
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  }

  /** From the login until every record of this person is on the phone. */
  async logIn(person: Person): Promise<void> {
    const everything = this.page.waitForResponse(
      async (answer) => answer.url().endsWith("/sync/pull") && ((await answer.json()) as { more: boolean }).more === false,
    );
    await new Login(this.page).logIn(person);
    await everything;
    // That the last page has come does not say that it has been taken in: whoever leaves the screen before loses it.
    await expect.poll(async () => (await held(this.page)).complete, "every record is on the phone").toBe(true);
    await expect(this.tabs).toBeVisible();
  }
}
