// What a manager looks after beside visits: what is kept for a decision, and everybody's phones.
import { expect, type Locator, type Page } from "@playwright/test";

/** 待定的记录. */
export class Quarantine {
  /** The way here from the visits, while something waits. */
  readonly way: Locator;
  readonly heading: Locator;
  /** What lies beside the list, or in its place on a narrow screen. */
  readonly detail: Locator;
  readonly accept: Locator;
  readonly because: Locator;
  readonly giveBack: Locator;

  constructor(readonly page: Page) {
    this.way = page.getByRole("link", { name: /^待定 \d+$/ });
    this.heading = page.getByRole("heading", { level: 1 }).first();
    this.detail = page.getByRole("main");
    this.accept = this.detail.getByRole("button", { name: /收下/ });
    this.because = this.detail.getByLabel("退回的原因");
    this.giveBack = this.detail.getByRole("button", { name: "退回", exact: true });
  }

  /** One matter of the list. */
  matter(words: string | RegExp): Locator {
    return this.page.getByRole("listitem").getByRole("link").filter({ hasText: words });
  }

  async open(words: string | RegExp): Promise<void> {
    await this.matter(words).click();
    await expect(this.page).toHaveURL(/\/quarantine\/[0-9a-f-]+$/);
    await expect(this.accept.or(this.giveBack).first()).toBeVisible();
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}

/** 大家的手机. */
export class Devices {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
  }

  /** Somebody's phones, those with something missing first. */
  of(name: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ has: this.page.getByRole("heading", { name }) });
  }

  async takeOutOfUse(name: string): Promise<void> {
    const phone = this.of(name).first();
    await phone.locator("summary").click();
    await phone.getByRole("button", { name: "停用这台手机" }).click();
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
