// A seeded database costs seconds to make and milliseconds to copy: made once, copied for each test.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { currentRelease, ROOT } from "./release";

export interface Seed {
  outlets: number;
  days: number;
}

export const DEFAULT_SEED: Seed = { outlets: 120, days: 10 };
const FOLDER = path.join(ROOT, "target/end2end");

/** Today where the reps are, as the browser of a test has it too. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

/** Which build wrote it: another one may have another schema. */
function build(): string {
  const { size, mtimeMs } = fs.statSync(currentRelease().binary);
  return `${size.toString(36)}${Math.round(mtimeMs).toString(36)}`;
}

/** A folder with `lianying.db` and `photos/`; the run makes it when it is first asked for. */
export function template(seed: Seed): string {
  const folder = path.join(FOLDER, `${build()}-${today()}-${seed.outlets}-${seed.days}`);
  if (fs.existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(path.join(draft, "photos"), { recursive: true });
  const run = (...args: string[]) =>
    execFileSync(currentRelease().binary, args, { cwd: draft, env: dataEnv(draft), stdio: ["ignore", "pipe", "inherit"] });
  run("migrate");
  run("seed", "--outlets", `${seed.outlets}`, "--days", `${seed.days}`, "--today", today());
  try {
    fs.renameSync(draft, folder);
  } catch {
    // Another worker was quicker; its template is as good.
    fs.rmSync(draft, { recursive: true });
  }
  return folder;
}

/** Templates of earlier builds and days are of no use to anyone. */
export function forgetOldTemplates(): void {
  if (!fs.existsSync(FOLDER)) return;
  const current = `${build()}-${today()}-`;
  for (const name of fs.readdirSync(FOLDER))
    if (!name.startsWith(current) || /\.\d+$/.test(name)) fs.rmSync(path.join(FOLDER, name), { recursive: true });
}

export function dataEnv(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LIANYING_DATABASE: path.join(folder, "lianying.db"),
    LIANYING_PHOTOS: path.join(folder, "photos"),
  };
}
