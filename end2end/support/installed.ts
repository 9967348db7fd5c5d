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

  /** What the page's process holds, in bytes: what it shares with others counts by its share. */
  rendererMemory(): number {
    const ours = new Set(this.browsers());
    // Chromium writes the arguments of what it forks anew, in one piece.
    const draws = (line: string[]) => line.some((part) => part.includes("--type=renderer"));
    const pages = processes().filter(({ line, parents }) => draws(line) && parents.some((pid) => ours.has(pid)));
    const held = pages.map(({ pid }) => Number(/^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]) * 1024);
    // Chromium keeps a spare renderer, which is small; the page is the largest.
    return Math.max(...held);
  }

  async remove(): Promise<void> {
    await this.context?.close();
    this.line.close();
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The main process of our own browser: the one that has this profile and is nobody's child of a kind. */
  private browsers(): number[] {
    const ours = ({ line }: Process) =>
      line.includes(`--user-data-dir=${this.profile}`) && !line.some((part) => part.startsWith("--type="));
    return processes().filter(ours).map(({ pid }) => pid);
  }
}

interface Process {
  pid: number;
  line: string[];
  /** Its parent, the parent of that, and so on. */
  parents: number[];
}

/** What runs on this machine, as far as it still does. */
function processes(): Process[] {
  const found = new Map<number, { line: string[]; parent: number }>();
  for (const name of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const line = fs.readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      const parent = Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, "utf8"))?.[1]);
      found.set(Number(name), { line, parent });
    } catch {
      // ended meanwhile
    }
  }
  const above = (pid: number): number[] => {
    const parent = found.get(pid)?.parent;
    return parent && found.has(parent) ? [parent, ...above(parent)] : [];
  };
  return [...found].map(([pid, { line }]) => ({ pid, line, parents: above(pid) }));
}
