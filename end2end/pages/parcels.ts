// 发件包: making one, carrying those of others, and the manager's page that takes them in.
import { expect, type Download, type Locator, type Page } from "@playwright/test";

export interface Parcel {
  /** Where the file lies. */
  file: string;
  /** What was read out over the telephone. */
  code: string;
}

export class Parcels {
  readonly heading: Locator;
  readonly make: Locator;
  readonly code: Locator;
  readonly save: Locator;
  readonly file: Locator;
  readonly field: Locator;
  readonly load: Locator;
  /** What is wrong with a file or its code. */
  readonly wrong: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.make = page.getByRole("button", { name: "存成发件包" });
    this.code = page.getByRole("main").locator("dl.code dd");
    this.save = page.getByRole("button", { name: "存到手机" });
    this.file = page.getByLabel("发件包文件");
    this.field = page.getByLabel("取件码");
    this.load = page.getByRole("button", { name: "收下" });
    this.wrong = page.getByRole("main").getByRole("alert");
  }

  /** From the outbox; the app stays loaded, so no network is needed. */
  async open(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^发件包/ }).click();
    await expect(this.page).toHaveURL(/\/outbox\/parcels$/);
  }

  /** Packs what waits and saves the file. */
  async pack(): Promise<Parcel> {
    await this.make.click();
    await expect(this.code).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const saved = this.page.waitForEvent("download");
    await this.save.click();
    const download: Download = await saved;
    expect(download.suggestedFilename()).toMatch(/^lianying-发件包-.+-\d{4}-\d\d-\d\d\.parcel$/);
    return { file: await download.path(), code: (await this.code.textContent()) ?? "" };
  }

  /** Hands a file and a code in; what comes of it is for the test to see. */
  async give({ file, code }: Parcel): Promise<void> {
    await this.file.setInputFiles(file);
    await this.field.fill(code);
    await this.load.click();
  }

  /** Somebody's parcel in the list. */
  of(name: string): Locator {
    const heading = this.page.getByRole("heading", { name: `${name}的发件包` });
    return this.page.getByRole("main").getByRole("listitem").filter({ has: heading });
  }

  async expectDelivered(name: string): Promise<void> {
    await expect(this.of(name)).toContainText("都到了", { timeout: 60_000 });
  }
}
