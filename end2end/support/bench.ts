// Figures for people and for later comparison; the format is that of `make bench`.
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./release";

export function record(name: string, value: number, unit: string, how: string): void {
  const file = process.env.LIANYING_BENCH_OUT ?? path.join(ROOT, "target/bench.jsonl");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, `${JSON.stringify({ name, value, unit, how })}\n`);
  console.log(`${name}: ${value} ${unit} (${how})`);
}

/** The value that `share` of all values do not exceed: percentile(taps, 0.95). */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
