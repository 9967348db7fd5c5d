// A phone whose data outlives its browser: a profile on the disk, and a browser that can be killed.
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Complaints } from "./console";
import type { Line } from "./line";

export class InstalledPhone {
  private context?: BrowserContext;
  private readonly profile = fs.mkdtempSync(path.join(os.tmpdir(), "lianying-phone-"));

  constructor(
    readonly line: Line,
    private readonly complaints: Complaints,
  ) {}

  /** Starts the browser, again on the same data, and gives its page. */
  async start(): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.profile, { baseURL: this.line.url });
    this.complaints.watch(this.context);
    return this.context.pages()[0] ?? this.context.newPage();
  }

  /** Closes the browser as a person does: what it keeps for itself, such as cookies, is on the disk then. */
  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** `kill -9` of the browser, as when a phone's battery falls out: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    const { context } = this;
    if (!context) return;
    this.context = undefined;
    const gone = new Promise<void>((closed) => context.once("close", () => closed()));
    for (const pid of this.browsers()) process.kill(pid, "SIGKILL");
    await gone;
    // A browser that was killed leaves its lock behind, which only says which process had it.
    for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
      fs.rmSync(path.join(this.profile, name), { force: true });
  }

  async remove(): Promise<void> {
    await this.context?.close();
    this.line.close();
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The main process of our own browser: the one that has this profile and is nobody's child of a kind. */
  private browsers(): number[] {
    return fs.readdirSync("/proc").flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      let line: string[];
      try {
        line = fs.readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      } catch {
        return []; // ended meanwhile
      }
      const ours = line.includes(`--user-data-dir=${this.profile}`) && !line.some((part) => part.startsWith("--type="));
      return ours ? [Number(name)] : [];
    });
  }
}
