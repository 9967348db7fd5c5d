// P8: a phone that is nearly full. Answers are still saved, a photo says what can be done, and sending makes room.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { expectPhotosHeld } from "../support/expect_visit";
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

test("on a phone that is nearly full answers are saved, a photo says so, and what is sent makes room", async ({
  installed,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  const first = await installed.start();
  await new App(first).begin(REP);
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

  // Answers are small, and what is small has its place.
  await page.goto(`/visits/${id}`);
  for (let n = 0; n < 20; n++)
    await visit.untilSaved(() => visit.question(itemOf(list, "poster")).choice(n % 2 ? "没有" : "有").click());

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
