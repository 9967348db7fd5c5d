// 陈列标准: a standard with its picture and the points on it.
import { expect, type Locator, type Page } from "@playwright/test";

export class Standards {
  readonly rows: Locator;
  readonly detail: Locator;
  /** The numbers drawn on the picture. */
  readonly marks: Locator;
  readonly board: Locator;
  readonly points: Locator;
  readonly publish: Locator;

  constructor(readonly page: Page) {
    this.rows = page.locator(".vlist").getByRole("listitem");
    this.detail = page.getByRole("main");
    this.marks = this.detail.locator(".stdpoints text");
    this.board = this.detail.locator(".stdpoints");
    this.points = this.detail.locator(".stdlist").getByRole("listitem");
    this.publish = this.detail.getByRole("button", { name: /^发布第/ });
  }

  /** From the settings, to one of them. */
  async open(name: string): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^陈列标准/ }).click();
    await expect(this.page).toHaveURL(/\/settings\/standards$/);
    await this.rows.getByRole("link").filter({ hasText: name }).click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(this.detail.locator(".stdboard img")).toBeVisible();
  }

  /** A place on the picture in hundredths of its width and height. */
  async spot(x: number, y: number): Promise<{ x: number; y: number }> {
    const box = await this.board.boundingBox();
    if (!box) throw new Error("the picture is not there");
    return { x: box.x + (box.width * x) / 100, y: box.y + (box.height * y) / 100 };
  }

  asks(number: number): Locator {
    return this.detail.getByRole("textbox", { name: `要点 ${number} 看什么`, exact: true });
  }

  number(number: number): Locator {
    return this.detail.getByRole("button", { name: `要点 ${number}，方向键移动` });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
