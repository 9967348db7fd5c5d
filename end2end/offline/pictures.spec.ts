// What the phone sees in a picture before the shelf is left: blur, the same picture twice, before and after, marks.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Visit } from "../pages/visit";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

/** A shelf drawn in the page, as a JPEG from the album; `filter` spoils it as CSS filters do. */
async function shelfPicture(page: Page, filter = "none"): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate((filter) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1200, 900];
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("no canvas");
    paper.filter = filter;
    for (let n = 0; n < 180; n++) {
      const [x, y] = [(n % 15) * 80, Math.floor(n / 15) * 75];
      paper.fillStyle = `hsl(${(n * 37) % 360} 60% ${30 + ((n * 7) % 40)}%)`;
      paper.fillRect(x + 4, y + 4, 72, 68);
      paper.fillStyle = "#fff";
      paper.font = "20px sans-serif";
      paper.fillText(`No ${n}`, x + 12, y + 40);
    }
    return canvas.toDataURL("image/jpeg", 0.9).replace(/^.*,/, "");
  }, filter);
  return { name: "IMG_0007.jpg", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

test("a blurred picture is said to be at the shelf, is kept all the same, and the shutter replaces it", async ({ page, network, office }) => {
  const [camera, visit] = [new Camera(page), new Visit(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const front = itemOf(list, "front");
  await visit.question(front).emptySlot("店头").click();
  await camera.expectOpenFor(1, 1);
  await camera.album.setInputFiles(await shelfPicture(page, "blur(8px)"));
  await expect(camera.view.getByRole("alert")).toContainText("存好了，有点糊");
  await expect(camera.useIt).toBeVisible();
  await camera.album.setInputFiles(await shelfPicture(page));
  await expect(camera.view).toBeHidden();
  await expect(visit.question(front).photo("店头")).toBeVisible();

  await network.restore();
  const photos = async () => (await office.all("photo")).filter((photo) => photo.visit === id);
  // The first picture may arrive in a push of its own, before the one that takes its place.
  await expect.poll(async () => (await photos()).map(({ look }) => look?.doubts ?? [])).toEqual([[]]);
  expect((await photos())[0]?.look).toMatchObject({ print: expect.stringMatching(/^[0-9a-f]{16}$/) });
});

test("what is doubtful goes on at a tap, and the server knows that it was", async ({ page, office }) => {
  const [camera, visit] = [new Camera(page), new Visit(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await visit.question(itemOf(list, "front")).emptySlot("店头").click();
  await camera.expectOpenFor(1, 1);
  await camera.album.setInputFiles(await shelfPicture(page, "brightness(0.2)"));
  await expect(camera.view.getByRole("alert")).toContainText("太暗");
  await camera.useIt.click();
  await expect(camera.view).toBeHidden();
  await expect
    .poll(async () => (await office.all("photo")).find((photo) => photo.visit === id)?.look?.doubts)
    .toEqual(["dark"]);
});

test("the photo after waits for the one before, and both are one pair", async ({ page, network, office }) => {
  const visit = new Visit(page);
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const item = itemOf(list, "put_right");
  const question = visit.question(item);
  await expect(question.emptySlot("整改前")).toBeVisible();
  await expect(question.emptySlot("整改后")).toBeHidden();
  await expect(question.region).toContainText("先拍整改前");
  const camera = new Camera(page);
  await question.emptySlot("整改前").click();
  await camera.shoot(1, 2);
  await camera.expectOpenFor(2, 2);
  await expect(camera.view.getByRole("radio", { name: "叠整改前" })).toHaveAttribute("aria-checked", "true");
  await camera.shootAll(1, 2);

  await network.restore();
  const photos = async () => (await office.all("photo")).filter((photo) => photo.visit === id);
  await expect.poll(async () => (await photos()).length).toBe(2);
  const [before, after] = ["before", "after"].map(async (slot) => (await photos()).find((photo) => photo.slot === slot));
  expect((await after)?.before).toBe((await before)?.id);
});

test("one picture for two places is asked about before leaving, beside the other, and stops nobody", async ({ page, network, office }) => {
  const [camera, visit] = [new Camera(page), new Visit(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const picture = await shelfPicture(page);
  for (const [key, slot] of [["front", "店头"], ["put_right", "整改前"]] as const) {
    await visit.question(itemOf(list, key)).emptySlot(slot).click();
    await expect(camera.shutter).toBeEnabled();
    await camera.album.setInputFiles(picture);
    await expect(camera.view.getByText("存好了")).toBeVisible();
    await page.goto(`/visits/${id}`);
  }
  await visit.goToCheckOut();
  await expect(page.getByRole("heading", { name: "1 张和以前的照片很像" })).toBeVisible();
  await page.getByRole("radio", { name: "同一处，别的项目" }).click(); // and it is gone
  await expect(page.getByText("留用：同一处，别的项目")).toBeVisible();

  await network.restore();
  await expect
    .poll(async () => (await office.all("photo")).find((photo) => photo.visit === id && photo.slot === "before")?.kept_because)
    .toBe("同一处，别的项目");
  const [front, before] = ["door", "before"].map(async (slot) =>
    (await office.all("photo")).find((photo) => photo.visit === id && photo.slot === slot),
  );
  expect((await before)?.twins, "and the server finds it as well").toEqual([{ photo: (await front)?.id, distance: 0 }]);
});

test("what is drawn on a photo is there for the manager, and the bytes stay as they were", async ({ page, office, openDevice }) => {
  const visit = new Visit(page);
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  const front = itemOf(list, "front");
  await visit.photograph(front);
  await visit.question(front).photo("店头").click();
  await page.getByRole("dialog").getByRole("button", { name: "标注" }).click();
  const sheet = page.getByRole("dialog", { name: "标注" });
  const pad = sheet.getByRole("img", { name: "在照片上画" }).last();
  const drag = async (from: [number, number], to: [number, number]) => {
    // Where it is now: it grows when the picture is there, and moves when words can be chosen.
    const box = await pad.boundingBox();
    if (!box) throw new Error("there is nothing to draw on");
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 3 });
    await page.mouse.up();
  };
  await drag([0.2, 0.2], [0.6, 0.5]);
  await sheet.getByRole("radio", { name: "文字" }).check();
  await sheet.getByRole("radio", { name: "缺货" }).check();
  await drag([0.25, 0.7], [0.25, 0.7]);
  await sheet.getByRole("button", { name: "存标注" }).click();
  await expect(sheet).toBeHidden();

  const photo = async () => (await office.all("photo")).find((photo) => photo.visit === id);
  await expect.poll(async () => (await photo())?.annotations?.[0]?.marks.length).toBe(2);
  expect((await photo())?.annotations?.[0]?.marks[1]).toMatchObject({ words: [{}, "缺货"] });

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(tablet.page.locator(".photos svg.drawn rect")).toHaveCount(1);
});
