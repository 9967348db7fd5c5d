// 团队: goals with their steps, how work goes, coaching and help; the manager's screen and the rep's.
import { expect, type Locator, type Page } from "@playwright/test";

export class Team {
  readonly main: Locator;
  readonly sheet: Locator;
  readonly set: Locator;
  readonly ask: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole("main");
    this.sheet = page.getByRole("dialog");
    this.set = this.main.getByRole("button", { name: "定目标", exact: true });
    this.ask = page.getByRole("region", { name: "团队" }).getByRole("button", { name: "求助" });
  }

  /** From one's own page or the settings. */
  async arrive(): Promise<void> {
    await this.main.getByRole("link", { name: /^团队/ }).click();
    await expect(this.page).toHaveURL(/\/team$/);
  }

  /** One rep, of a manager. */
  row(name: string): Locator {
    return this.page.getByRole("listitem").getByRole("link").filter({ hasText: name });
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText(name);
  }

  /** The goal of a kind, by what else stands on its card. */
  goal(kind: string, more: string | RegExp): Locator {
    return this.main.getByRole("article").filter({ hasText: kind }).filter({ hasText: more });
  }

  step(goal: Locator, what: string): Locator {
    return goal.getByRole("checkbox", { name: new RegExp(`^${what}`) });
  }

  async choose(group: string, choice: string): Promise<void> {
    await this.sheet.getByRole("radiogroup", { name: group }).getByRole("radio", { name: choice, exact: true }).check({ force: true });
  }

  async keep(words: string): Promise<void> {
    await this.sheet.getByRole("button", { name: words, exact: true }).click();
    await expect(this.sheet).toBeHidden();
  }

  call(what: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: what });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
