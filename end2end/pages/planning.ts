// 路线: the week of a rep, planned anew.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Outlet } from "../support/records";

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

/** A day as a column is called. */
export function columnName(day: string): string {
  const date = new Date(`${day}T00:00Z`);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 周${WEEKDAYS[date.getUTCDay()]}`;
}

/** So many days after a day. */
export function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The first Monday after a day. */
export function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return daysAfter(day, weekday === 0 ? 1 : 8 - weekday);
}

export class Planning {
  readonly rep: Locator;
  readonly from: Locator;
  readonly save: Locator;
  readonly discard: Locator;
  readonly takeOff: Locator;
  /** The shops that no route leads to. */
  readonly loose: Locator;
  /** The routes by name. */
  readonly routes: Locator;
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.rep = page.getByLabel("谁的路线");
    this.from = page.getByLabel("从哪天起这样走");
    this.save = page.getByRole("button", { name: /^存下来/ });
    this.discard = page.getByRole("button", { name: "不改了" });
    this.takeOff = page.getByRole("button", { name: "拿掉" });
    this.loose = page.getByRole("region", { name: "没排上的店" });
    this.routes = page.locator(".planroutes").getByRole("listitem");
    this.sheet = page.getByRole("dialog");
  }

  /** From the settings, to the routes of one of them. */
  async open(name: string): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: /^路线/ }).click();
    await expect(this.page).toHaveURL(/\/settings\/routes/);
    await this.rep.selectOption({ label: name });
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(name);
  }

  /** The name and the walker of a route. */
  async change(route: string, weekday: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^改名、交接，${route}.*${weekday}`) }).first().click();
    await expect(this.sheet.getByRole("heading", { name: route })).toBeVisible();
  }

  /** What is said of work that is not saved. */
  get unsaved(): Locator {
    return this.page.locator(".unsaved");
  }

  column(day: string): Locator {
    return this.page.getByRole("region", { name: columnName(day) });
  }

  card(day: string, { name }: Outlet): Locator {
    return this.column(day).getByRole("listitem").getByRole("button").filter({ hasText: name });
  }

  /** What a day asks, as the bar has it. */
  load(day: string): Locator {
    return this.column(day).getByRole("progressbar");
  }

  put(day: string): Locator {
    return this.column(day).getByRole("button", { name: `放这天，${columnName(day)}` });
  }

  notice(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }
}
