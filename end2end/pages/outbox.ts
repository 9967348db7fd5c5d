// 发件箱.
import { expect, type Locator, type Page } from "@playwright/test";

export class Outbox {
  readonly heading: Locator;
  readonly tally: Locator;
  /** The dock: what runs, or what it waits for. */
  readonly footing: Locator;
  readonly sendNow: Locator;
  /** What explains the bar: how much of each kind, and where it is. */
  readonly sums: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.tally = page.getByRole("img", { name: /^做了/ });
    this.footing = page.getByRole("region", { name: "发件箱" });
    this.sendNow = this.footing.getByRole("button", { name: "现在就发" });
    this.sums = page.getByRole("table");
  }

  /** The row of a shop's visit. */
  row(shop: string): Locator {
    return this.page.getByRole("link").filter({ hasText: shop });
  }

  async openSums(): Promise<void> {
    await this.page.locator("summary").filter({ hasText: "按种类看，看几天" }).click();
    await this.sums.waitFor();
  }

  /** The rows of the sums: made, received, sending, saved, sent back. */
  async counts(): Promise<Record<string, number[]>> {
    const rows = await this.sums.locator("tbody tr, tfoot tr").all();
    const read = rows.map(async (row) => {
      const name = (await row.getByRole("rowheader").textContent()) ?? "";
      return [name, (await row.getByRole("cell").allTextContents()).map(Number)] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }

  /** The card of something that came back. */
  card(words: string | RegExp): Locator {
    return this.page.getByRole("main").locator("section").filter({ has: this.page.getByRole("heading", { name: words }) });
  }

  async expectEverythingArrived(within = 30_000): Promise<void> {
    await expect(this.footing).toContainText("都发到了", { timeout: within });
    await expect(this.tally).toHaveAccessibleName(/0 条在发，0 条存着/);
  }
}
