// 门店资料: the shops of the region as a manager looks after them.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Outlet, Territory } from "../support/records";

export class Shops {
  readonly search: Locator;
  readonly rows: Locator;
  /** What lies beside the list. */
  readonly detail: Locator;
  readonly save: Locator;
  readonly relocate: Locator;
  readonly sheet: Locator;
  readonly moveThere: Locator;
  /** What comes of a move, said before it is done. */
  readonly meaning: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole("searchbox", { name: /^店名、拼音首字母/ });
    this.rows = page.getByRole("list", { name: "门店资料" }).getByRole("listitem");
    this.detail = page.getByRole("main");
    this.save = this.detail.getByRole("button", { name: "存下来" });
    this.relocate = this.detail.getByRole("button", { name: "移到别的区域" });
    this.sheet = page.getByRole("dialog");
    this.moveThere = this.sheet.getByRole("button", { name: "移过去" });
    this.meaning = this.sheet.getByRole("status");
  }

  /** From the settings. */
  async arrive(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^门店资料/ }).click();
    await expect(this.page).toHaveURL(/\/settings\/shops$/);
    await expect(this.rows.first()).toBeVisible();
  }

  /** Looks for a shop by its number, which no other has. */
  async find({ code, name }: Outlet): Promise<void> {
    await this.search.fill(code);
    await expect(this.rows).toHaveCount(1);
    await expect(this.rows).toContainText(name);
  }

  async open(shop: Outlet): Promise<void> {
    const { name } = shop;
    await this.find(shop);
    await this.rows.getByRole("link").click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toContainText(name);
  }

  async tick(shop: Outlet): Promise<void> {
    await this.find(shop);
    await this.rows.getByRole("checkbox", { name: `勾选${shop.name}` }).check({ force: true });
  }

  field(name: string): Locator {
    return this.detail.getByLabel(name, { exact: true });
  }

  /** A shop that is not known yet. */
  async begin(): Promise<void> {
    await this.page.getByRole("link", { name: "加门店" }).click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toHaveText("新门店");
  }

  async pickTerritory({ name }: Territory): Promise<void> {
    await this.sheet.getByRole("radio", { name: new RegExp(`^${name.zh}·`) }).check({ force: true });
    await expect(this.meaning.getByRole("listitem").first()).toBeVisible();
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }

  undo(words: string | RegExp): Locator {
    return this.notice(words).getByRole("button", { name: "撤销" });
  }
}

/** 人员和区域: who is posted where. */
export class People {
  readonly detail: Locator;
  readonly post: Locator;
  readonly sheet: Locator;
  readonly firstDay: Locator;
  readonly postThere: Locator;

  constructor(readonly page: Page) {
    this.detail = page.getByRole("main");
    this.post = this.detail.getByRole("button", { name: "派到一个区域" });
    this.sheet = page.getByRole("dialog");
    this.firstDay = this.sheet.getByLabel("从哪天");
    this.postThere = this.sheet.getByRole("button", { name: "派过去" });
  }

  /** From the settings, to one of them. */
  async open(name: string): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^人员和区域/ }).click();
    await this.page.getByRole("listitem").getByRole("link").filter({ hasText: name }).click();
    await expect(this.detail.getByRole("heading", { level: 1 })).toHaveText(name);
  }

  /** What the phone holds of a sort, as it is and changed. */
  async holds(sort: string): Promise<[number, number]> {
    const row = this.sheet.getByRole("row").filter({ hasText: sort });
    await expect(row).toHaveCount(1);
    const [before, after] = await row.getByRole("cell").allTextContents();
    return [Number(before), Number(after)];
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
