// What every screen has: the tabs, and ways to wait until the phone can be left alone.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "../support/people";
import { Login } from "./login";
import { Outbox } from "./outbox";

export type Tab = "今天" | "门店" | "任务" | "发件箱" | "我" | "拜访" | "设置";

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
    await this.page.goto("/");
    await new Login(this.page).logIn(person);
    await expect(this.tabs).toBeVisible();
    await this.untilKept();
  }

  /** Until all records are here and the service worker has all files. */
  async untilKept(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await this.go("发件箱");
    await expect(new Outbox(this.page).footing).toContainText("都发到了", { timeout: 30_000 });
    await this.tabs.getByRole("link").first().click();
  }
}
