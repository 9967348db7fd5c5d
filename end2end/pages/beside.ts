// What stands beside the questions of a visit: tasks, competitors, who came along, the shop's signature.
import { expect, type Locator, type Page } from "@playwright/test";
import { drawSignature } from "./question";

export class TaskSheet {
  readonly sheet: Locator;
  readonly what: Locator;
  readonly who: Locator;
  readonly due: Locator;
  readonly risk: Locator;
  readonly save: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole("dialog", { name: "留下一件事" });
    this.what = this.sheet.getByLabel("要办什么");
    this.who = this.sheet.getByRole("group", { name: "谁来办" });
    this.due = this.sheet.locator("input[type=date]");
    this.risk = this.sheet.getByLabel("不办会丢多少元");
    this.save = this.sheet.getByRole("button", { name: "记下来" });
  }

  chip(words: string): Locator {
    return this.sheet.getByRole("button", { name: words, exact: true });
  }

  toClose(words: "说一声" | "写一句" | "拍张照"): Locator {
    return this.sheet.getByRole("radio", { name: words });
  }
}

export class SightingSheet {
  readonly sheet: Locator;
  readonly brand: Locator;
  readonly brands: Locator;
  readonly product: Locator;
  readonly price: Locator;
  readonly promotion: Locator;
  readonly spend: Locator;
  readonly photos: Locator;
  readonly save: Locator;
  readonly drop: Locator;
  /** The row that opens it. */
  readonly row: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole("dialog", { name: "看到竞品" });
    this.brand = this.sheet.getByRole("textbox", { name: "哪个牌子" });
    this.brands = this.sheet.getByRole("group", { name: "哪个牌子" }).getByRole("button");
    this.product = this.sheet.getByLabel("什么产品");
    this.price = this.sheet.getByLabel("零售价");
    this.promotion = this.sheet.getByLabel("在做什么促销");
    this.spend = this.sheet.getByLabel("估计花多少元");
    this.photos = this.sheet.getByRole("group", { name: "哪张照片里有" }).getByRole("button");
    this.save = this.sheet.getByRole("button", { name: "记下竞品" });
    this.drop = this.sheet.getByRole("button", { name: "删掉这条" });
    this.row = page.getByRole("main").getByRole("button", { name: "看到竞品" });
  }

  /** One that was noted. */
  noted(brand: string): Locator {
    return this.page.getByRole("main").getByRole("button", { name: new RegExp(`^${brand}`) });
  }
}

export class CompanionSheet {
  readonly sheet: Locator;
  readonly name: Locator;
  readonly feedback: Locator;
  readonly save: Locator;
  readonly drop: Locator;
  readonly row: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole("dialog", { name: "有人同行" });
    this.name = this.sheet.getByLabel("同行的人");
    this.feedback = this.sheet.getByLabel("他对你说了什么");
    this.save = this.sheet.getByRole("button", { name: "记下同行" });
    this.drop = this.sheet.getByRole("button", { name: "没人同行" });
    this.row = page.getByRole("main").getByRole("button", { name: /^有人同行/ });
  }

  role(words: "设计师" | "建设者" | "评价者" | "培训师"): Locator {
    return this.sheet.getByRole("radio", { name: new RegExp(`^${words}：`) });
  }
}

export class SignSheet {
  readonly sheet: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly row: Locator;
  /** The row once somebody has signed. */
  readonly signed: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole("dialog", { name: "请店主签字" });
    this.name = this.sheet.getByLabel("签字的人");
    this.save = this.sheet.getByRole("button", { name: "看过了，签字" });
    this.row = page.getByRole("main").getByRole("button", { name: /^请店主签字/ });
    this.signed = page.getByRole("main").getByRole("button", { name: /签过字，\d+:\d\d$/ });
  }

  /** Draws and confirms; gives what the server should have of the strokes. */
  async sign(): Promise<RegExp> {
    const strokes = await drawSignature(this.page, this.sheet.getByRole("img", { name: "签字板" }));
    await this.save.click();
    await expect(this.sheet).toBeHidden();
    return strokes;
  }
}
