// P8: a phone that is nearly full. Answers have room of their own, a photo says what can be done, and sending makes room.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { expectPhotosHeld } from "../support/expect_visit";
import { held } from "../support/held";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** A picture that no JPEG makes small. */
async function heavyPicture(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [800, 600];
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("no canvas");
    const pixels = paper.createImageData(canvas.width, canvas.height);
    for (let n = 0; n < pixels.data.length; n += 1) pixels.data[n] = n % 4 === 3 ? 255 : Math.random() * 256;
    paper.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.9).replace(/^.*,/, "");
  });
  return { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

/** From here on the browser gives an address no more than so many bytes. It asks itself at its start, and then believes it for a while. */
async function limit(page: Page, origin: string, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

const used = (page: Page) => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

interface PhotoHere {
  hash: string;
  bytes: number;
  freed: boolean;
}

/** The photos that the phone knows of. */
async function photosHere(page: Page): Promise<PhotoHere[]> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith("lianying-"))?.name;
    if (!name) throw new Error("nobody has logged in here");
    const database = await ask(indexedDB.open(name));
    const photos = (await ask(database.transaction(["photos"]).objectStore("photos").getAll())) as PhotoHere[];
    database.close();
    return photos.map(({ hash, bytes, freed }) => ({ hash, bytes, freed: freed ?? false }));
  });
}

/** Fills what room there is with rows of this test's own, so that the next write finds none. */
async function takeWhatIsLeft(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open("filler", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
    const filler = await new Promise<IDBDatabase>((done, fail) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const add = (bytes: number) =>
      new Promise<boolean>((done) => {
        const writing = filler.transaction(["rows"], "readwrite", { durability: "strict" });
        writing.objectStore("rows").add(crypto.getRandomValues(new Uint8Array(bytes)));
        writing.oncomplete = () => done(true);
        writing.onabort = () => done(false);
      });
    for (let bytes = 32 * 1024; bytes >= 512; bytes /= 2) while (await add(bytes));
    filler.close();
  });
}

/** Until room is set aside for commands: the app does it after an exchange, and not right after its start. */
async function untilReserved(page: Page): Promise<void> {
  const reserved = async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    return (await held(page)).reserve;
  };
  await expect.poll(reserved, { timeout: 60_000 }).toBe(true);
}

test("on a phone that is nearly full answers are saved, a photo says so, and what is sent makes room", async ({
  installed,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  const first = await installed.start();
  await new App(first).begin(REP);
  await untilReserved(first);
  const before = await used(first);
  await installed.close();
  const page = await installed.start();
  await limit(page, installed.line.url, before + 1024 * 1024);
  await page.goto("/today");
  await expect(new Today(page).toBrief).toBeVisible();
  installed.line.cut();
  const { list, id } = await arriveAtNextShop(page, office);
  const [visit, camera] = [new Visit(page), new Camera(page)];

  // Photos until no more fit.
  const places = [["front", "店头"], ["shelf", "正面"], ["shelf", "侧面"], ["put_right", "整改前"]] as const;
  const full = camera.view.getByRole("alert").filter({ hasText: "没存进手机" });
  let kept = 0;
  for (const [key, slot] of places) {
    await page.goto(`/visits/${id}`);
    await visit.question(itemOf(list, key)).emptySlot(slot).click();
    await expect(camera.shutter).toBeEnabled();
    await camera.album.setInputFiles(await heavyPicture(page));
    await expect(full.or(camera.view.getByText("存好了"))).toBeVisible();
    if (await full.isVisible()) break;
    kept++;
  }
  await expect(full).toContainText("手机空间");
  const missed = places[kept];
  if (!missed) throw new Error("it never got full");

  // Answers are saved all the same: first where photos left a little, then where nothing but commands may be.
  await page.goto(`/visits/${id}`);
  const poster = visit.question(itemOf(list, "poster"));
  const answer = async () => {
    for (const choice of ["有", "没有"]) await visit.untilSaved(() => poster.choice(choice).click());
  };
  await answer();
  await takeWhatIsLeft(page);
  for (let times = 0; times < 20; times++) await answer();
  expect((await held(page)).reserve).toBe(false);

  // The network is back: photos go, their receipts come, and the next photo fits.
  installed.line.restore();
  await page.goto("/outbox");
  await new Outbox(page).sendNow.click();
  await new Outbox(page).expectEverythingArrived();
  await page.goto(`/visits/${id}`);
  await visit.question(itemOf(list, missed[0])).emptySlot(missed[1]).click();
  await expect(camera.shutter).toBeEnabled();
  await camera.album.setInputFiles(await heavyPicture(page));
  await expect(camera.view.getByText("存好了").or(visit.question(itemOf(list, missed[0])).photo(missed[1])).first()).toBeVisible();
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  const [there, ...others] = await visitsBeside(office, known);
  expect(others).toEqual([]);
  if (!there) throw new Error("no visit");
  expect(there.photos).toBe(kept + 1);
  expect(there.answers.poster?.value).toEqual({ yes_no: false });
  await expectPhotosHeld(office, there);
});

test("before a photo a phone that is short of room lets go of what the server has, and then takes a lighter one", async ({
  installed,
  office,
}) => {
  const page = await installed.start();
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  const [visit, camera] = [new Visit(page), new Camera(page)];
  const take = async (key: string, slot: string) => {
    await page.goto(`/visits/${id}`);
    await visit.question(itemOf(list, key)).emptySlot(slot).click();
    await expect(camera.shutter).toBeEnabled();
    await camera.album.setInputFiles(await heavyPicture(page));
    await expect(camera.view.getByText("存好了").or(visit.question(itemOf(list, key)).photo(slot)).first()).toBeVisible();
  };
  await take("front", "店头");
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  const [first] = await photosHere(page);
  if (!first) throw new Error("no photo");
  expect(first.freed).toBe(false);

  // Nothing in the test bench moves what a browser says of its room but its own word.
  await page.addInitScript((quota) => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 0, quota });
  }, first.bytes);
  await take("shelf", "正面");
  const here = await photosHere(page);
  expect(here.find(({ hash }) => hash === first.hash)?.freed).toBe(true);
  const second = here.find(({ hash }) => hash !== first.hash);
  expect(second?.bytes).toBeLessThan(first.bytes * 0.8);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
});
