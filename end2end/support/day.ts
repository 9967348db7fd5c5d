// The day of a rep as the server's records have it.
import type { BrowserContext } from "@playwright/test";
import type { Api } from "./api";
import type { Checklist, Item, JourneyPlan, Outlet, Visit } from "./records";
import { today } from "./template";

const DAY = 24 * 60 * 60 * 1000;

/** Days since the Monday of the week of 1970-01-01. */
const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / DAY + 3;

/** Whether a route is walked on a day. */
export function isWalkedOn(plan: JourneyPlan, day: string): boolean {
  const now = dayNumber(day);
  if (day < plan.window.from || (plan.window.until && day > plan.window.until)) return false;
  if (!plan.weekdays.includes((now % 7) + 1)) return false;
  if (plan.weeks === "every") return true;
  const { n, phase } = plan.weeks.every_nth;
  const weeks = Math.floor(now / 7) - Math.floor(dayNumber(plan.window.from) / 7);
  return weeks % n === phase % n;
}

/** The shops of a day's route in walking order; today's if no day is named. */
export async function stopsOf(api: Api, rep: string, day = today()): Promise<Outlet[]> {
  const outlets = new Map((await api.all("outlet")).map((outlet) => [outlet.id, outlet]));
  const plans = (await api.all("journey_plan")).filter((plan) => plan.rep === rep && isWalkedOn(plan, day));
  return [...new Set(plans.flatMap((plan) => plan.stops))].map((stop) => {
    const outlet = outlets.get(stop);
    if (!outlet) throw new Error(`the route names ${stop}, which is no outlet`);
    return outlet;
  });
}

/** Shops that are not on today's route and where a photo has to be taken again. */
export async function owedOffRoute(api: Api, rep: string): Promise<Outlet[]> {
  const walked = new Set((await stopsOf(api, rep)).map(({ id }) => id));
  const open = (await api.all("task")).filter(({ owner, task, closed }) => owner === rep && task === "redo" && !closed);
  const shops = new Set(open.map(({ outlet }) => outlet).filter((outlet) => !walked.has(outlet)));
  return (await api.all("outlet")).filter(({ id }) => shops.has(id));
}

/** The shop with a name: what a screen shows of it is no more. */
export async function shopNamed(api: Api, name: string | null): Promise<Outlet> {
  const outlet = (await api.all("outlet")).find((outlet) => outlet.name === name);
  if (!outlet) throw new Error(`no shop is called ${name}`);
  return outlet;
}

/** Puts the phone in front of a shop. */
export async function standAt(context: BrowserContext, { position: { lat, lon } }: Outlet): Promise<void> {
  await context.setGeolocation({ latitude: lat / 1e6, longitude: lon / 1e6, accuracy: 9 });
}

/** Every visit that the server has and that is not among the known ones. */
export async function visitsBeside(api: Api, known: Visit[]): Promise<Visit[]> {
  const ids = new Set(known.map((visit) => visit.id));
  return (await api.all("visit")).filter((visit) => !ids.has(visit.id));
}

/** The newest checklist for a class of shops. */
export async function checklistFor(api: Api, outlet: Outlet): Promise<Checklist> {
  const lists = (await api.all("checklist")).filter(({ classes }) => !classes.length || classes.includes(outlet.class));
  const [newest] = lists.sort((a, b) => b.from - a.from || b.version - a.version);
  if (!newest) throw new Error(`no checklist for class ${outlet.class}`);
  return newest;
}

/** The steps of a visit with their questions. */
export function stepsOf(list: Checklist): { name: string; items: Item[] }[] {
  const names = [...new Set(list.items.map((item) => item.step.zh))];
  return names.map((name) => ({ name, items: list.items.filter((item) => item.step.zh === name) }));
}
