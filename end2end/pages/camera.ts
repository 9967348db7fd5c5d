// The camera over a visit.
import { expect, type Locator, type Page } from "@playwright/test";

export class Camera {
  readonly view: Locator;
  readonly shutter: Locator;
  /** Goes on with a picture that the phone doubts. */
  readonly useIt: Locator;
  readonly close: Locator;
  /** The marked fallback: a picture that is there already. */
  readonly album: Locator;
  private static taken = 0;

  constructor(readonly page: Page) {
    this.view = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "拍", exact: true }) });
    this.shutter = this.view.getByRole("button", { name: "拍", exact: true });
    this.album = this.view.locator("input[type=file]");
    this.useIt = this.view.getByRole("button", { name: "就用这张" });
    this.close = this.view.getByRole("link", { name: "关闭" });
  }

  /** Which of the slots it is open for. */
  async expectOpenFor(number: number, of: number): Promise<void> {
    await expect(this.view).toHaveAccessibleName(new RegExp(`第 ${number} 张，共 ${of} 张`));
    await expect(this.shutter).toBeEnabled();
  }

  /**
   * The device that Chromium plays begins with the same frames each time it is opened: at the same frame it would be the
   * same picture, byte for byte. No real camera does that.
   */
  private async anotherPicture(): Promise<void> {
    await this.view.locator("video").evaluate((video: HTMLVideoElement, frames) => {
      const look = (done: () => void) => {
        if (video.getVideoPlaybackQuality().totalVideoFrames >= frames) done();
        else video.requestVideoFrameCallback(() => look(done));
      };
      return new Promise<void>(look);
    }, 4 * (1 + (Camera.taken++ % 10)));
  }

  /** Takes one picture after the other: when one is kept the camera goes on to the next slot, and closes after the last. */
  async shootAll(count: number, of = count): Promise<void> {
    for (let number = of - count + 1; number <= of; number++) await this.shoot(number, of);
    await expect(this.view).toBeHidden();
  }

  /** One picture. */
  async shoot(number: number, of: number): Promise<void> {
    await this.expectOpenFor(number, of);
    await this.anotherPicture();
    await this.goOnAfter(() => this.shutter.click());
  }

  /** The picture that Chromium plays is a plain green with one edge in it, which the phone takes for a blurred one. */
  async goOnAfter(shoot: () => Promise<void>): Promise<void> {
    const address = this.page.url();
    await shoot();
    const moved = () => this.page.url() !== address;
    await expect.poll(async () => moved() || (await this.useIt.isVisible())).toBe(true);
    if (!moved()) await this.useIt.click();
  }
}
