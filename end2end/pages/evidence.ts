// The page that checks a photo's proof, and where a manager gets both files.
import { expect, type Download, type Locator, type Page } from "@playwright/test";
import fs from "node:fs";

export interface Handed {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export class Evidence {
  readonly heading: Locator;
  readonly photo: Locator;
  readonly proof: Locator;
  readonly points: Locator;
  readonly bounds: Locator;
  /** Below the photo at hand of a visit. */
  readonly getProof: Locator;
  readonly getOriginal: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.photo = page.getByLabel(/^照片/);
    this.proof = page.getByLabel(/^证明文件/);
    this.points = page.getByRole("main").locator(".point");
    this.bounds = page.getByRole("main").getByText(/^不早于/);
    this.getProof = page.getByRole("button", { name: "证明", exact: true });
    this.getOriginal = page.getByRole("link", { name: "原图", exact: true });
  }

  /** What a link saves, as it would be handed in. */
  async saved(link: Locator, mimeType: string): Promise<Handed> {
    const saving = this.page.waitForEvent("download");
    await link.click();
    const download: Download = await saving;
    return { name: download.suggestedFilename(), mimeType, buffer: fs.readFileSync(await download.path()) };
  }

  async handIn(photo: Handed, proof: Handed): Promise<void> {
    await this.photo.setInputFiles(photo);
    await this.proof.setInputFiles(proof);
  }

  /** A point that says so, with a tick or a cross. */
  point(state: "是" | "不是", words: string): Locator {
    return this.points.filter({ hasText: `${state}：${words}` });
  }

  /** From then on the page knows its server without asking it. */
  async knowsItsServer(): Promise<void> {
    const kept = () =>
      this.page.evaluate(
        () =>
          new Promise<boolean>((answer) => {
            const opening = indexedDB.open("lianying");
            opening.onerror = () => answer(false);
            opening.onsuccess = () => {
              const database = opening.result;
              const end = (found: boolean) => {
                database.close();
                answer(found);
              };
              if (!database.objectStoreNames.contains("settings")) return end(false);
              const asked = database.transaction("settings").objectStore("settings").get("setting server key");
              asked.onsuccess = () => end(typeof asked.result === "string");
              asked.onerror = () => end(false);
            };
          }),
      );
    await expect.poll(kept).toBe(true);
  }
}
