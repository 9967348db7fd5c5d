// 协议: writing one on the phone, and reading, signing and approving it.
import { expect, type Locator, type Page } from "@playwright/test";
import { Camera } from "./camera";
import { drawSignature } from "./question";

export type Party = "厂家" | "经销商" | "分销商";
export const PARTIES: Party[] = ["厂家", "经销商", "分销商"];

/** Writing one. */
export class Draft {
  readonly main: Locator;
  readonly dock: Locator;
  /** Whose ground it meets, one card each. */
  readonly meets: Locator;
  readonly free: Locator;
  readonly kept: Locator;
  readonly signOff: Locator;
  readonly offer: Locator;
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole("main");
    this.dock = page.getByRole("region", { name: "定稿" });
    this.meets = this.main.locator("section.fault").filter({ has: page.getByRole("heading", { name: /撞了$/ }) });
    this.free = this.main.getByText("这片没有别人的协议");
    this.kept = this.dock.getByText("写的都存在本机");
    this.signOff = this.dock.getByRole("button", { name: "给对方看边界" });
    this.offer = this.dock.getByRole("button", { name: "定稿" });
    this.list = page.getByRole("dialog", { name: "边界清单" });
  }

  /** From the partner's file. */
  async begin(candidate: string): Promise<void> {
    await this.page.goto(`/partners/${candidate}`);
    await this.main.getByRole("button", { name: "起草协议" }).click();
    await expect(this.page).toHaveURL(/\/agreements\/[0-9a-f-]+\/draft/);
    await expect(this.main.getByRole("heading", { name: "哪片归他独家" })).toBeVisible();
  }

  /** The number of its address. */
  get id(): string {
    return /agreements\/([0-9a-f-]+)/.exec(this.page.url())?.[1] ?? "";
  }

  choice(words: string | RegExp): Locator {
    return this.main.getByRole("radio", { name: words });
  }

  area(name: string): Locator {
    return this.main.getByRole("group", { name: "整片的区划" }).getByRole("button", { name, exact: true });
  }

  takeOut(name: string): Locator {
    return this.meets.getByRole("button", { name: `去掉${name}`, exact: true });
  }

  /** The list in the hands of the partner, who agrees to it. */
  async agreeToBoundary(name: string, places: string[]): Promise<void> {
    await this.signOff.click();
    for (const place of places) await expect(this.list).toContainText(place);
    await this.list.getByLabel("认边界的人").fill(name);
    await this.list.getByRole("button", { name: "看过了，就是这些" }).click();
    await expect(this.list).toBeHidden();
    await expect(this.dock).toContainText(`边界${name}认了`);
  }

  async freeze(): Promise<void> {
    await this.offer.click();
    await expect(this.page).toHaveURL(/\/agreements\/[0-9a-f-]+$/);
  }

  notice(words: string): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}

/** Reading one, and all that happens to it after it was written. */
export class AgreementPage {
  readonly heading: Locator;
  readonly main: Locator;
  readonly dock: Locator;
  readonly copies: Locator;
  readonly approve: Locator;
  readonly takeBack: Locator;
  readonly pages: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.dock = page.getByRole("region", { name: "协议" });
    this.copies = this.main.getByText("副本给了", { exact: true });
    this.approve = this.dock.getByRole("button", { name: "批准生效" });
    this.takeBack = this.dock.getByRole("button", { name: "收回来改" });
    this.pages = this.main.locator(".tile");
  }

  async open(id: string, hash = ""): Promise<void> {
    await this.page.goto(`/agreements/${id}${hash}`);
    await expect(this.heading).toBeVisible();
  }

  /** Signs for the party whose turn it is; gives what the server should have of the strokes. */
  async sign(party: Party, name: string): Promise<RegExp> {
    const sheet = await this.beginToSign(party, name);
    const strokes = await drawSignature(this.page, sheet.getByRole("img", { name: "签字板" }));
    await sheet.getByRole("button", { name: "看过了，签字" }).click();
    await expect(sheet).toBeHidden();
    await expect(this.main.getByRole("img", { name: `${name}的签字` })).toBeVisible();
    return strokes;
  }

  /** The sheet, with the name filled in. */
  async beginToSign(party: Party, name: string): Promise<Locator> {
    await this.dock.getByRole("button", { name: `请${party}签字` }).click();
    const sheet = this.page.getByRole("dialog", { name: `${party}签字` });
    await sheet.getByLabel("签字的人").fill(name);
    return sheet;
  }

  /** One of the four guarantees. */
  promise(name: string): Locator {
    return this.main.locator(".promises-list > li").filter({ hasText: name });
  }

  async handCopy(party: Party): Promise<void> {
    const before = await this.copies.count();
    await this.dock.getByRole("button", { name: `把副本给${party}` }).click();
    await expect(this.copies).toHaveCount(before + 1);
  }

  /** One page of what was signed on paper. */
  async photographPage(): Promise<void> {
    const before = await this.pages.count();
    await this.main.getByRole("button", { name: "拍盖章页" }).click();
    await new Camera(this.page).shutter.click();
    await expect(this.pages).toHaveCount(before + 1);
  }
}

/** The page for whoever holds a paper; the server's own. */
export class Compare {
  readonly heading: Locator;
  readonly main: Locator;
  /** The way to the other language. */
  readonly other: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.other = page.getByRole("banner").getByRole("link");
  }

  async open(hash: string): Promise<void> {
    await this.page.goto(`/compare/${hash}`);
    await expect(this.heading).toBeVisible();
  }
}
