// A test fails when a page complained, even if all that it looked for was there.
import type { BrowserContext } from "@playwright/test";

const NETWORK =
  /net::ERR_|Failed to fetch|NetworkError|the server responded with a status of 50[234]|ERR_INTERNET_DISCONNECTED|unknown error occurred when fetching the script/;

export class Complaints {
  private readonly found: string[] = [];
  private readonly allowed: { pattern: RegExp; reason: string }[] = [];

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url } = message.location();
      this.found.push(`${message.text()}${url ? ` (${url})` : ""}`);
    });
    context.on("weberror", (error) => {
      const { message, stack } = error.error();
      this.found.push(stack ?? message);
    });
    const listen = (worker: import("@playwright/test").Worker) =>
      worker.on("console", (message) => {
        if (message.type() === "error") this.found.push(`service worker: ${message.text()}`);
      });
    context.serviceWorkers().forEach(listen);
    context.on("serviceworker", listen);
  }

  /** What this test provokes. Say why, for whoever wonders later whether it may go. */
  allow(pattern: RegExp, reason: string): void {
    this.allowed.push({ pattern, reason });
  }

  /** The browser itself reports each request that failed; a test that cuts the network expects that. */
  allowNetworkFailures(): void {
    this.allow(NETWORK, "the test cuts the network");
  }

  unexpected(): string[] {
    return this.found.filter((text) => !this.allowed.some(({ pattern }) => pattern.test(text)));
  }
}
