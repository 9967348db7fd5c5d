// The review wall: photos side by side, filtered and judged by keys or by touch.
import type { Locator, Page } from "@playwright/test";

export class Wall {
  readonly heading: Locator;
  readonly facts: Locator;
  readonly photos: Locator;
  readonly atHand: Locator;
  readonly picked: Locator;
  /** What the photo at hand is held against. */
  readonly beside: Locator;
  readonly large: Locator;
  readonly verdict: Locator;
  /** Why something goes back. */
  readonly asked: Locator;
  /** The points on the picture of the standard. */
  readonly marks: Locator;
  readonly pass: Locator;
  readonly redo: Locator;
  readonly notice: Locator;
  readonly undoNotice: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.facts = page.locator(".th .meta");
    this.photos = page.getByRole("listbox", { name: "照片" }).getByRole("option");
    this.atHand = page.locator(".shot.on");
    this.picked = page.getByRole("listbox", { name: "照片" }).getByRole("option", { selected: true });
    this.beside = page.getByRole("complementary", { name: "标准和上次" });
    this.large = page.getByRole("region", { name: "大图", exact: true });
    this.verdict = page.getByRole("region", { name: "判这张照片" });
    this.asked = this.verdict.getByRole("group", { name: "重拍原因" });
    this.marks = this.beside.locator(".stdmark");
    this.pass = this.verdict.getByRole("button", { name: /^合格/ });
    this.redo = this.verdict.getByRole("button", { name: /^退回重拍/ });
    this.notice = page.locator(".toasts");
    this.undoNotice = this.notice.getByRole("button", { name: "撤销" });
  }

  async open(): Promise<void> {
    await this.page.goto("/review/wall");
  }

  /** A photo by its place in the row, counted from 1: only those near the window are in the page. */
  place(number: number): Locator {
    return this.page.locator(`[role=option][aria-posinset="${number}"]`);
  }

  /** How they stand. */
  chip(words: string): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^${words} ?\\d+$`) });
  }

  /** From which side they are picked. */
  wheel(name: string): Locator {
    return this.page.getByRole("combobox", { name });
  }

  /** A point on the picture, counted from 1. */
  mark(number: number): Locator {
    return this.marks.nth(number - 1);
  }

  /** The same point among what is asked. */
  point(number: number): Locator {
    return this.verdict.getByRole("group", { name: "没做到标准的哪几点" }).getByRole("button", { name: new RegExp(`^${number} `) });
  }

  reason(words: string): Locator {
    return this.verdict.getByRole("button", { name: new RegExp(`^${words}`) });
  }
}
