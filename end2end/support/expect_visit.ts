// A visit as the server has it against what was done on the phone.
import { expect } from "@playwright/test";
import type { Given } from "../pages/visit";
import type { Api } from "./api";
import type { Photo, Visit } from "./records";

/** Every answer as given, and nothing else. */
export function expectAnswers(visit: Visit, given: Given): void {
  const values = Object.fromEntries(Object.entries(visit.answers).map(([item, { value }]) => [item, comparable(value)]));
  const wanted = Object.fromEntries(
    Object.entries(given).map(([item, value]) => [item, drawn(value) ?? (Array.isArray(value) ? [...value].sort() : value)]),
  );
  expect(values).toEqual(wanted);
}

/** Photos are known by their slots; the ids are made on the phone. */
function comparable(value: unknown): unknown {
  return isRecord(value) && isRecord(value.photos) ? Object.keys(value.photos).sort() : value;
}

/** A signature is a drawing: its shape is checked, not its points. */
function drawn(value: unknown): unknown {
  if (!isRecord(value) || !(value.signature instanceof RegExp)) return undefined;
  return { signature: expect.stringMatching(value.signature) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All photos of a visit are at the server, and the stored bytes of each have its hash. */
export async function expectPhotosHeld(office: Api, visit: Visit): Promise<Photo[]> {
  const ofVisit = async () => (await office.all("photo")).filter((photo) => photo.visit === visit.id);
  await expect.poll(async () => (await ofVisit()).filter((photo) => photo.received_at).length).toBe(visit.photos);
  const photos = await ofVisit();
  for (const photo of photos) expect(await office.holds(photo.hash), `${photo.item} ${photo.slot}`).toBe(true);
  // The camera that Chromium plays begins anew at each opening, so two may be the same picture, but never all.
  const pictures = new Set(photos.map(({ hash }) => hash)).size;
  expect(pictures, "the pictures are not one and the same").toBeGreaterThan(Math.min(1, photos.length - 1));
  return photos;
}
