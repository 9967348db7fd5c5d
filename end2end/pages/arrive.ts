// From the day to the inside of the next shop, the phone standing at its door.
import { expect, type Page } from "@playwright/test";
import type { Api } from "../support/api";
import { checklistFor, shopNamed, standAt } from "../support/day";
import type { Checklist, Outlet } from "../support/records";
import { Brief } from "./brief";
import { Today } from "./today";
import { Visit } from "./visit";

export async function openNextBrief(page: Page, office: Api): Promise<{ outlet: Outlet; list: Checklist }> {
  const today = new Today(page);
  const outlet = await shopNamed(office, await today.nextShop.textContent());
  await standAt(page.context(), outlet);
  await today.toBrief.click();
  await expect(new Brief(page).dock).toContainText("离店");
  return { outlet, list: await checklistFor(office, outlet) };
}

export async function arriveAtNextShop(
  page: Page,
  office: Api,
): Promise<{ outlet: Outlet; list: Checklist; id: string }> {
  const found = await openNextBrief(page, office);
  return { ...found, id: await checkIn(page) };
}

/** From the brief into the shop; gives the visit's id. */
export async function checkIn(page: Page): Promise<string> {
  await new Brief(page).checkIn.click();
  await expect(new Visit(page).saved).toBeVisible();
  return new URL(page.url()).pathname.replace("/visits/", "");
}

/** A question of a checklist by its key. */
export function itemOf(list: Checklist, key: string) {
  const item = list.items.find((item) => item.key === key);
  if (!item) throw new Error(`the checklist has no ${key}`);
  return item;
}
