// Tasks that a rep has left themselves, made on another phone of theirs, and civil days around today.
import type { Api } from "./api";
import type { Outlet } from "./records";
import { today } from "./template";
import { shopsOf } from "./shops";

const DAY = 24 * 60 * 60 * 1000;

/** The civil day so many days from today, as records write it. */
export function inDays(days: number): string {
  return new Date(Date.parse(`${today()}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** As screens write it: 12月5日. */
export function dayWords(date: string): string {
  const [, month, day] = date.split("-").map(Number);
  return `${month}月${day}日`;
}

/** As documents write it: 2026年12月5日. */
export function longDay(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

export interface Promised {
  due: string;
  evidence?: "sentence" | "photo";
  /** In fen. */
  at_risk?: number;
}

/** Leaves a task at a shop; gives its id. */
export async function promise(rep: Api, outlet: Outlet, what: string, promised: Promised): Promise<string> {
  const task = crypto.randomUUID();
  const made = { do: "leave_task", task, outlet: outlet.id, owner: rep.user.id, what, ...promised };
  const outcome = await rep.push(made);
  if (outcome.outcome !== "applied") throw new Error(`${what}: ${JSON.stringify(outcome)}`);
  return task;
}

/** An open shop of one of these classes. */
export async function shopOfClass(rep: Api, classes: string[]): Promise<Outlet> {
  const shop = (await shopsOf(rep)).find((outlet) => classes.includes(outlet.class));
  if (!shop) throw new Error(`no shop of class ${classes.join(", ")}`);
  return shop;
}
