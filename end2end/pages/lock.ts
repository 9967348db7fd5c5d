// A locked phone, and what a person sets about it on 我.
import { expect, type Locator, type Page } from "@playwright/test";

export class Lock {
  /** The screen that has nothing but keys. */
  readonly screen: Locator;
  readonly heading: Locator;
  /** What became of the last PIN. */
  readonly said: Locator;
  readonly keys: Locator;
  readonly byPassword: Locator;
  /** On 我. */
  readonly set: Locator;
  readonly change: Locator;
  readonly off: Locator;
  readonly now: Locator;
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.screen = page.locator("main.locked");
    this.heading = page.getByRole("heading", { level: 1, name: "输 PIN 打开" });
    this.said = page.locator(".try").getByRole("alert");
    this.keys = page.getByRole("group", { name: "数字键" });
    this.byPassword = this.screen.getByRole("link", { name: "用密码登录" });
    this.set = page.getByRole("button", { name: /^设 PIN/ });
    this.change = page.getByRole("button", { name: /^换 PIN/ });
    this.off = page.getByRole("button", { name: /^不用 PIN 了/ });
    this.now = page.getByRole("button", { name: /^现在锁上/ });
    this.sheet = page.getByRole("dialog");
  }

  async type(pin: string): Promise<void> {
    for (const digit of pin) await this.keys.getByRole("button", { name: digit, exact: true }).click();
  }

  /** What the sheet asks for now. */
  asks(words: "输现在的 PIN" | "输新的 PIN" | "再输一遍"): Locator {
    return this.sheet.getByRole("heading", { name: words });
  }

  /** From 我. */
  async setPin(pin: string): Promise<void> {
    await this.set.click();
    await expect(this.asks("输新的 PIN")).toBeVisible();
    await this.type(pin);
    await expect(this.asks("再输一遍")).toBeVisible();
    await this.type(pin);
    await expect(this.now).toBeVisible();
  }

  after(minutes: number): Locator {
    return this.page.getByRole("radiogroup", { name: "离开多久锁上" }).getByRole("radio", { name: `${minutes} 分钟`, exact: true });
  }

  /** As when another app takes the screen, and when this one gets it back. */
  async leaveSight(): Promise<void> {
    await this.#see("hidden");
  }

  async comeBack(): Promise<void> {
    await this.#see("visible");
  }

  async #see(state: "hidden" | "visible"): Promise<void> {
    await this.page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  }
}
