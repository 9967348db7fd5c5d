// 导入表格: handing a table in, what the server says of it, and what was imported before.
import { expect, type Locator, type Page } from "@playwright/test";

export class Import {
  readonly heading: Locator;
  readonly file: Locator;
  /** The one act, once there is something to import. */
  readonly act: Locator;
  readonly saveFaults: Locator;
  /** An empty table with the titles that are known. */
  readonly template: Locator;
  /** Why something cannot be read or taken back. */
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.file = page.getByLabel(/^选表格/);
    this.act = page.getByRole("button", { name: /^导入 \d+ (行|处路线改动)/ });
    this.saveFaults = page.getByRole("button", { name: "下载全部错误" });
    this.template = page.getByRole("button", { name: /^下载.*的空表$/ });
    this.alert = page.getByRole("main").getByRole("alert");
  }

  /** From the settings, as a person finds it. */
  async open(): Promise<void> {
    await this.page.goto("/settings");
    await this.page.getByRole("link", { name: /^导入表格/ }).click();
    await expect(this.heading).toHaveText("把表格放进来，先看会改什么");
  }

  /** What the table holds. */
  async choose(sort: string): Promise<void> {
    await this.page.getByRole("group", { name: "表里是什么" }).getByRole("button", { name: sort, exact: true }).click();
  }

  async handIn(name: string, buffer: Buffer): Promise<void> {
    await this.file.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  }

  /** A row with something wrong, as the spreadsheet counts. */
  fault(words: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: words });
  }

  /** What a column is taken for. */
  column(title: string): Locator {
    return this.page.getByLabel(`“${title}”是`);
  }

  undo(file: string): Locator {
    return this.page.getByRole("button", { name: `撤回 ${file}` });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
