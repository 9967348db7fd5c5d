// The manager's screen: the list of visits beside one visit, and the verdict at its foot.
import type { Locator, Page } from "@playwright/test";

export class Review {
  readonly list: Locator;
  readonly rows: Locator;
  readonly detail: Locator;
  readonly shop: Locator;
  readonly photos: Locator;
  readonly atHand: Locator;
  /** How far the position of the photo at hand can be believed. */
  readonly atHandTrust: Locator;
  /** What the photo at hand is held against. */
  readonly standard: Locator;
  readonly verdict: Locator;
  readonly pass: Locator;
  readonly redo: Locator;
  readonly undo: Locator;
  readonly notice: Locator;

  constructor(readonly page: Page) {
    // Beside a visit it is an aside, alone it is what the page is about.
    this.list = page.getByLabel("拜访", { exact: true });
    this.rows = this.list.getByRole("listitem").getByRole("link");
    this.detail = page.getByRole("main");
    this.shop = this.detail.getByRole("heading", { level: 1 });
    this.photos = this.detail.locator(".photos").getByRole("button");
    this.atHand = this.detail.locator(".photos").getByRole("button", { pressed: true });
    this.atHandTrust = this.detail.getByRole("list", { name: /，拍照时的定位$/ });
    this.standard = this.detail.getByRole("heading", { name: /标准\s*第 \d+ 版$/ });
    this.verdict = page.getByRole("region", { name: "判这张照片" });
    this.pass = this.verdict.getByRole("button", { name: /^合格/ });
    this.redo = this.verdict.getByRole("button", { name: /^退回重拍/ });
    this.undo = this.verdict.getByRole("button", { name: "撤销" });
    this.notice = page.getByRole("status");
  }

  /** The row of a visit. */
  row(visit: string): Locator {
    return this.list.locator(`a[href="/visits/${visit}"]`);
  }

  reason(words: string): Locator {
    return this.verdict.getByRole("button", { name: new RegExp(`^${words}`) });
  }
}
