// A rep's round: morning after morning, shop after shop.
import { expect, type Page } from "@playwright/test";
import type { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { expectAnswers, expectPhotosHeld } from "../support/expect_visit";
import type { Checklist, Visit as Arrived } from "../support/records";
import { checkIn, openNextBrief } from "./arrive";
import { Today } from "./today";
import { type Given, Visit } from "./visit";

/** What was done in one shop, as the server should have it. */
export interface Done {
  id: string;
  outlet: string;
  given: Given;
}

/** A visit that has begun, with the questions that a rep in a hurry answers. */
export interface Begun extends Done {
  list: Checklist;
}

export async function wakeUp(page: Page, morning: Date): Promise<void> {
  await page.clock.install({ time: morning });
  await page.goto("/today");
  await expect(new Today(page).toBrief).toBeVisible();
}

export async function beginVisit(page: Page, office: Api): Promise<Begun> {
  const { outlet, list } = await openNextBrief(page, office);
  const id = await checkIn(page);
  // What was there last time is confirmed with a tap, what has to be said anew is said: as a rep in a hurry does it.
  const wanted = new Set(["photo"]);
  const items = list.items.filter((item) => item.required || wanted.has(item.answer));
  return { id, outlet: outlet.id, given: {}, list: { ...list, items } };
}

export async function finishVisit(page: Page, { list, ...begun }: Begun): Promise<Done> {
  const visit = new Visit(page);
  const given = await visit.answerEverything(list);
  await visit.leave();
  return { ...begun, given };
}

export async function visitNext(page: Page, office: Api): Promise<Done> {
  return finishVisit(page, await beginVisit(page, office));
}

/** The server has each visit once, beside those it knew, and all of it. Gives the number of photos. */
export async function expectAllThere(office: Api, known: Arrived[], done: Done[]): Promise<number> {
  const arrived = await visitsBeside(office, known);
  expect(arrived.map(({ id }) => id).sort(), "each visit once").toEqual(done.map(({ id }) => id).sort());
  let photos = 0;
  for (const { id, outlet, given } of done) {
    const there = arrived.find((visit) => visit.id === id);
    if (!there) throw new Error(`no visit ${id}`);
    expect(there.outlet).toBe(outlet);
    expect(there.check_out, "checked out").toBeTruthy();
    expectAnswers(there, given);
    photos += (await expectPhotosHeld(office, there)).length;
  }
  return photos;
}
