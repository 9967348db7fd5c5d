// 招商会: the list of events, and one with its guests and leads.
import { expect, type Locator, type Page } from "@playwright/test";
import { longDay } from "../support/promise";

export class Events {
  readonly heading: Locator;
  readonly sheet: Locator;
  /** The way here, from the list of partners and from the board. */
  readonly way: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.sheet = page.getByRole("dialog");
    this.way = page.getByRole("navigation", { name: "伙伴" }).getByRole("link", { name: "招商会" });
  }

  row(name: string): Locator {
    return this.page.getByRole("main").getByRole("link").filter({ hasText: name });
  }

  /** Plans one, and is on its page then. */
  async plan(name: string, place: string, day: string): Promise<void> {
    await this.page.getByRole("region", { name: "招商会" }).getByRole("button", { name: "办一场" }).click();
    await this.sheet.getByLabel("招商会名称").fill(name);
    await this.sheet.getByLabel("地方", { exact: true }).fill(place);
    await this.sheet.getByLabel("哪天", { exact: true }).fill(day);
    await this.sheet.getByRole("button", { name: "保存" }).click();
    await expect(this.page).toHaveURL(/\/events\/[0-9a-f-]+$/);
    await expect(this.heading).toHaveText(name);
  }
}

export class EventPage {
  readonly heading: Locator;
  readonly main: Locator;
  readonly sheet: Locator;
  /** When and where. */
  readonly plan: Locator;
  readonly addLead: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.sheet = page.getByRole("dialog");
    this.plan = this.main.getByRole("button", { name: /^哪天，在哪/ });
    this.addLead = page.getByRole("region", { name: "招商会" }).getByRole("link", { name: "加一家线索" });
  }

  static address(id: string): string {
    return `/events/${id}`;
  }

  /** The number of its address. */
  get id(): string {
    return /events\/([0-9a-f-]+)/.exec(this.page.url())?.[1] ?? "";
  }

  /** Writes down what holds of the dealer. */
  async find(...premises: string[]): Promise<void> {
    await this.plan.click();
    for (const premise of premises) {
      await this.sheet.getByRole("checkbox", { name: premise, exact: true }).check({ force: true });
    }
    await this.sheet.getByRole("button", { name: "保存" }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** Holds it on another day. */
  async move(day: string): Promise<void> {
    await this.plan.click();
    await this.sheet.getByLabel("哪天", { exact: true }).fill(day);
    await this.sheet.getByRole("button", { name: "保存" }).click();
    await expect(this.sheet).toBeHidden();
    await expect(this.plan).toContainText(longDay(day));
  }

  async invite(lines: string[]): Promise<void> {
    await this.main.getByRole("button", { name: "加要请的人" }).click();
    await this.sheet.getByLabel("要请的人，一行一个").fill(lines.join("\n"));
    await this.sheet.getByRole("button", { name: `加 ${lines.length} 家` }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** Takes back what was just done: its notice says so in these words. */
  async undo(words: string): Promise<void> {
    const notice = this.page.getByRole("status").filter({ hasText: words });
    await notice.getByRole("button", { name: "撤销" }).click();
  }

  guest(name: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: name });
  }

  came(name: string): Locator {
    return this.main.getByRole("button", { name: `来了：${name}` });
  }

  async tick(name: string): Promise<void> {
    await this.came(name).click();
    await expect(this.came(name)).toHaveAttribute("aria-pressed", "true");
  }

  strike(name: string): Locator {
    return this.main.getByRole("button", { name: `从名单去掉${name}` });
  }

  makeLead(name: string): Locator {
    return this.main.getByRole("link", { name: `记成线索：${name}` });
  }

  /** Somebody who came of it, with how far they are. */
  lead(name: string, stage: string): Locator {
    return this.main.getByRole("link").filter({ hasText: name }).filter({ hasText: stage });
  }
}
