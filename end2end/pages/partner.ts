// 伙伴: the list, adding one, and the file of one.
import { expect, type Locator, type Page } from "@playwright/test";

export class Partners {
  readonly heading: Locator;
  readonly add: Locator;
  /** The way here from the shops. */
  readonly way: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.add = page.getByRole("link", { name: "加一家" });
    this.way = page.getByRole("navigation", { name: "门店" }).getByRole("link", { name: "伙伴" });
  }

  row(name: string): Locator {
    return this.page.getByRole("main").getByRole("link").filter({ hasText: name });
  }

  async only(words: string): Promise<void> {
    await this.page.getByRole("button", { name: words, exact: true }).click();
  }
}

export class AddPartner {
  readonly name: Locator;
  readonly phone: Locator;
  readonly customers: Locator;
  readonly save: Locator;
  readonly takeFront: Locator;
  readonly retake: Locator;
  readonly position: Locator;
  /** Who may be the same. */
  readonly same: Locator;
  readonly anyway: Locator;

  constructor(readonly page: Page) {
    this.name = page.getByLabel("店名或字号");
    this.phone = page.getByLabel("电话");
    this.customers = page.getByLabel("客户名单，一行一个");
    this.save = page.getByRole("region", { name: "加一家" }).getByRole("button");
    this.takeFront = page.getByRole("button", { name: "拍门头" });
    this.retake = page.getByRole("button", { name: "重拍" });
    this.position = page.getByText(/^位置已记/);
    this.same = page.getByRole("dialog");
    this.anyway = this.same.getByRole("button", { name: "不是同一家，照样加" });
  }

  async by(way: "走访" | "整合" | "定向" | "招商会"): Promise<void> {
    await this.page.getByRole("radio", { name: way }).check({ force: true });
  }

  async photographFront(): Promise<void> {
    await this.takeFront.click();
    const camera = this.page.getByRole("dialog", { name: "拍门头" });
    await camera.getByRole("button", { name: "拍", exact: true }).click();
    await expect(camera).toBeHidden();
    await expect(this.retake).toBeVisible();
  }

  /** The line of a customer that was pasted. */
  keep(name: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "留下" });
  }
}

export class PartnerFile {
  readonly name: Locator;
  readonly dock: Locator;
  readonly next: Locator;
  readonly sheet: Locator;
  readonly addClaim: Locator;
  /** What speaks against them, and what is missing. */
  readonly reasons: Locator;

  constructor(readonly page: Page) {
    this.name = page.getByRole("heading", { level: 1 });
    this.dock = page.getByRole("region", { name: "伙伴" });
    this.next = page.getByRole("button", { name: /^下一步/ });
    this.sheet = page.getByRole("dialog");
    this.addClaim = page.getByRole("button", { name: "记一条说法" });
    this.reasons = page.locator(".reasons li");
  }

  act(words: string): Locator {
    return this.dock.getByRole("button", { name: words });
  }

  /** How far it has come. */
  async expectStage(words: string): Promise<void> {
    await expect(this.page.locator(".say").getByText(words, { exact: true })).toBeVisible();
  }

  async plan(what: string, day: string): Promise<void> {
    await this.next.click();
    await this.sheet.getByLabel("要做什么").fill(what);
    await this.sheet.getByLabel("最晚哪天").fill(day);
    await this.sheet.getByRole("button", { name: "保存" }).click();
    await expect(this.sheet).toBeHidden();
  }

  async claim(topic: string, said: string, witness: string, name: string): Promise<void> {
    await this.addClaim.click();
    await this.sheet.getByLabel("说的是什么").selectOption({ label: topic });
    await this.sheet.getByLabel("怎么说的").fill(said);
    await this.sheet.getByLabel("谁说的").selectOption({ label: witness });
    await this.sheet.getByLabel("姓名或店名").fill(name);
    await this.sheet.getByRole("button", { name: "保存" }).click();
    await expect(this.sheet).toBeHidden();
  }
}

/** The manager's side. */
export class Board {
  readonly heading: Locator;
  readonly compare: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.compare = page.getByRole("region", { name: "并排比" }).getByRole("button");
  }

  async look(words: "待批" | "看板" | "协议日历" | "区域图"): Promise<void> {
    await this.page.getByRole("button", { name: words, exact: true }).click();
  }

  matter(name: string): Locator {
    return this.page.getByRole("main").getByRole("link").filter({ hasText: name });
  }

  column(stage: string): Locator {
    return this.page.getByRole("region", { name: stage, exact: true });
  }

  /** Decides; who is cut is cut by an item, and who is qualified is so until a day. */
  async decide(ruling: string, words = "", item = "", until = ""): Promise<void> {
    await this.page.getByRole("region", { name: "伙伴" }).getByRole("button", { name: "处理" }).click();
    const sheet = this.page.getByRole("dialog");
    await sheet.getByRole("radio", { name: ruling }).check({ force: true });
    if (item) await sheet.getByLabel("因为哪一项").fill(item);
    if (until) await sheet.getByLabel("认证到").fill(until);
    if (words) await sheet.getByLabel("写一句原因").fill(words);
    await sheet.locator(".dock").getByRole("button", { name: ruling }).click();
    await expect(sheet).toBeHidden();
  }
}
