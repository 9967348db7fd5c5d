// The camera over a visit.
import { expect, type Locator, type Page } from "@playwright/test";

export class Camera {
  readonly view: Locator;
  readonly shutter: Locator;
  readonly close: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "拍", exact: true }) });
    this.shutter = this.view.getByRole("button", { name: "拍", exact: true });
    this.close = this.view.getByRole("link", { name: "关闭" });
  }

  /** Which of the slots it is open for. */
  async expectOpenFor(number: number, of: number): Promise<void> {
    await expect(this.view).toHaveAccessibleName(new RegExp(`第 ${number} 张，共 ${of} 张`));
    await expect(this.shutter).toBeEnabled();
  }

  /** Takes one picture after the other: when one is kept the camera goes on to the next slot, and closes after the last. */
  async shootAll(count: number, of = count): Promise<void> {
    for (let number = of - count + 1; number <= of; number++) {
      await this.expectOpenFor(number, of);
      await this.shutter.click();
    }
    await expect(this.view).toBeHidden();
  }
}
