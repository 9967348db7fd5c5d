// 任务: the list, the board, and the sheet of a task.
import { expect, type Locator, type Page } from "@playwright/test";

export type Quadrant = "紧急重要" | "重要不紧急" | "紧急不重要" | "不紧急不重要";

export class Tasks {
  readonly heading: Locator;
  readonly sheet: Locator;
  /** In the sheet: what closes the task. */
  readonly done: Locator;
  readonly sentence: Locator;
  readonly photos: Locator;
  /** In the sheet: the way to the shop where a photo is to be taken. */
  readonly toTakeOne: Locator;
  readonly move: Locator;
  readonly moveNow: Locator;
  readonly putBack: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.sheet = page.getByRole("dialog");
    this.done = this.sheet.getByRole("button", { name: "办完了" });
    this.sentence = this.sheet.getByLabel("结果怎么样，写一句");
    this.photos = this.sheet.getByRole("group", { name: "用哪张照片结" }).getByRole("button");
    this.toTakeOne = this.sheet.getByRole("link", { name: "去这家店拍一张" });
    this.move = this.sheet.getByRole("button", { name: "挪到…" });
    this.moveNow = this.sheet.getByRole("button", { name: "挪过去" });
    this.putBack = this.sheet.getByRole("button", { name: "放回原处" });
  }

  row(shop: string): Locator {
    return this.page.getByRole("main").getByRole("link").filter({ hasText: shop });
  }

  /** The row of a follow-up in the list. */
  followUp(what: string): Locator {
    return this.page.getByRole("main").locator("div.todo").filter({ hasText: what });
  }

  /** Tick of a follow-up. */
  tick(what: string): Locator {
    return this.followUp(what).getByRole("button", { name: "办完了" });
  }

  /** Opens the sheet of a follow-up from the list. */
  async open(what: string): Promise<void> {
    await this.followUp(what).getByRole("button", { name: what }).click();
    await expect(this.sheet).toBeVisible();
  }

  view(name: "清单" | "四象限"): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  /** A quarter of the board at a glance: how many, and the first lines. On a phone only. */
  quad(quadrant: Quadrant): Locator {
    return this.page.getByRole("main").getByRole("button", { name: new RegExp(`^${quadrant}`) });
  }

  /** A quarter with all its lines: on a phone the one that is open. */
  quarter(quadrant: Quadrant): Locator {
    return this.page.getByRole("region", { name: quadrant, exact: true });
  }

  /** A line of an open quarter. */
  line(quadrant: Quadrant, what: string): Locator {
    return this.quarter(quadrant).getByRole("button").filter({ hasText: what });
  }

  /** Opens a quarter that is closed. */
  async unfold(quadrant: Quadrant): Promise<void> {
    await this.quad(quadrant).click();
    await expect(this.quarter(quadrant)).toBeVisible();
  }

  /** In the sheet: moves the task. */
  async moveTo(quadrant: Quadrant, because: string): Promise<void> {
    await this.move.click();
    await this.sheet.getByRole("radio", { name: quadrant, exact: true }).check();
    await expect(this.moveNow, "a reason is asked for").toBeDisabled();
    await this.sheet.getByRole("button", { name: because, exact: true }).click();
    await this.moveNow.click();
    await expect(this.sheet).toBeHidden();
  }

  /** The notice at the foot, and its way back. */
  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }

  async undo(words: string | RegExp): Promise<void> {
    await this.notice(words).getByRole("button", { name: "撤销" }).click();
  }
}
