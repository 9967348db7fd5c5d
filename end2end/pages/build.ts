// Which build a page runs, and which are kept for it.
import type { Page } from "@playwright/test";

/** The name of the script, which has the hash of its contents in it. */
export async function runningBuild(page: Page): Promise<string> {
  return (await page.locator("script[data-js]").getAttribute("data-js")) ?? "";
}

/** What the service worker keeps, by cache. */
export async function kept(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      all[name] = requests.map(({ url }) => new URL(url).pathname).sort();
    }
    return all;
  });
}
