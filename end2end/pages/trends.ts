// 趋势: a measure by week, its rows, and the visits behind a rep's.
import { expect, type Locator, type Page } from "@playwright/test";

export class Trends {
  readonly heading: Locator;
  /** The line, whose weeks are gone through by arrow keys. */
  readonly line: Locator;
  /** The picked week in figures. */
  readonly reading: Locator;
  /** The rows, the worst first; in the end the visits. */
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.line = page.getByRole("slider");
    this.reading = page.locator(".reading");
    this.rows = page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  async open(): Promise<void> {
    await this.page.goto("/trends");
    await expect(this.line).toBeVisible();
  }

  /** 达标, 覆盖 and so on: what is measured. */
  async measure(name: string): Promise<void> {
    const chip = this.page.getByRole("navigation", { name: "趋势" }).getByRole("link", { name });
    await chip.click();
    await expect(chip).toHaveAttribute("aria-current", "true");
  }

  /** By what it is told apart. */
  async by(name: string): Promise<void> {
    const chip = this.page.getByRole("navigation", { name: "分组" }).getByRole("link", { name });
    await chip.click();
    await expect(chip).toHaveAttribute("aria-current", "true");
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** What it is narrowed down to; a click takes it away. */
  narrowedTo(name: string): Locator {
    return this.page.getByRole("link", { name: `不再只看${name}` });
  }
}
