// 请假和交接: a rep's own leaves, and everybody's for whoever names who steps in.
import { expect, type Locator, type Page } from "@playwright/test";

export class Away {
  readonly heading: Locator;
  readonly ask: Locator;
  readonly sheet: Locator;
  readonly from: Locator;
  readonly until: Locator;
  readonly brief: Locator;
  readonly fill: Locator;
  readonly save: Locator;
  /** What the sheet says went wrong. */
  readonly wrong: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.ask = page.getByRole("region", { name: "请假和交接" }).getByRole("button", { name: /请假|请一次假/ });
    this.sheet = page.getByRole("dialog");
    this.from = this.sheet.getByLabel("从哪天");
    this.until = this.sheet.getByLabel("到哪天");
    this.brief = this.sheet.getByLabel(/^交接：/);
    this.fill = this.sheet.getByRole("button", { name: "把没办完的填进来" });
    this.save = this.sheet.getByRole("button", { name: "告诉经理" });
    this.wrong = this.sheet.getByRole("alert");
  }

  /** From one's own page. */
  async arrive(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^请假和交接/ }).click();
    await expect(this.page).toHaveURL(/\/me\/away$/);
    await expect(this.heading).toBeVisible();
  }

  /** One leave, the rep's own or one that they step in for. */
  leave(words: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("article").filter({ hasText: words });
  }

  act(words: string | RegExp, act: "改" | "撤回"): Locator {
    return this.leave(words).getByRole("button", { name: act, exact: true });
  }

  /** What takes back what a notice says. */
  undo(words: string | RegExp): Locator {
    return this.notice(words).getByRole("button", { name: "撤销" });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}

/** The manager's page. */
export class EverybodyAway {
  readonly heading: Locator;
  readonly way: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.way = page.getByRole("link", { name: /^请假/ });
  }

  /** A leave that waits for somebody. */
  waiting(rep: string): Locator {
    const title = this.page.getByRole("heading", { level: 2, name: new RegExp(`^${rep}·`) });
    return this.page.getByRole("main").locator("section").filter({ has: title });
  }

  /** Somebody who could step in for it. */
  candidate(rep: string, name: string): Locator {
    return this.waiting(rep).getByRole("listitem").filter({ hasText: name });
  }

  handOver(rep: string, to: string): Locator {
    return this.candidate(rep, to).getByRole("button", { name: `交给${to}` });
  }

  /** What takes back what a notice says. */
  undo(words: string | RegExp): Locator {
    return this.notice(words).getByRole("button", { name: "撤销" });
  }

  settled(rep: string): Locator {
    return this.page.getByRole("main").getByRole("article").filter({ hasText: rep });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
