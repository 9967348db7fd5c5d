// A finger on the glass as the browser gets it: what scrolls, what is cancelled and what is a click is the browser's to say.
import type { CDPSession, Page } from "@playwright/test";

interface Spot {
  x: number;
  y: number;
}

/** So many reports of the glass between two places. */
const REPORTS = 8;

export class Finger {
  private constructor(
    private readonly session: CDPSession,
    private at: Spot,
  ) {}

  static async down(page: Page, at: Spot): Promise<Finger> {
    const session = await page.context().newCDPSession(page);
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
    return new Finger(session, at);
  }

  /** Moves by so much from where it is. */
  async move({ x, y }: Spot): Promise<void> {
    const from = this.at;
    for (let report = 1; report <= REPORTS; report++) {
      this.at = { x: from.x + (x * report) / REPORTS, y: from.y + (y * report) / REPORTS };
      await this.session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [this.at] });
    }
  }

  async up(): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await this.session.detach();
  }
}
