// What taking photos costs a phone: twenty with the camera, then one of 48 megapixels from the album.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Visit } from "../pages/visit";
import { percentile, record } from "../support/bench";
import { REP } from "../support/people";
import { CHROMIUM_OF_A_SMALL_PHONE } from "../support/chromium";
import { expect, test } from "../support/test";

const PHOTOS = 20;

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

test.use({ launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_OF_A_SMALL_PHONE } });

test("memory while photos are taken", async ({ installed, office }) => {
  const page = await installed.start();
  await new App(page).begin(REP);
  const { list } = await arriveAtNextShop(page, office);
  const [visit, camera] = [new Visit(page), new Camera(page)];
  const front = visit.question(itemOf(list, "front"));
  await front.emptySlot("店头").click();
  await camera.expectOpenFor(1, 1);
  const before = installed.rendererMemory();
  const sizes: number[] = [];
  const times: number[] = [];
  for (let n = 0; n < PHOTOS; n++) {
    const from = performance.now();
    await camera.shoot(1, 1);
    times.push(Math.round(performance.now() - from));
    sizes.push(installed.rendererMemory());
    await expect(camera.view).toBeHidden();
    await front.photo("店头").click();
    await page.getByRole("dialog").getByRole("button", { name: "重拍" }).click();
    await camera.expectOpenFor(1, 1);
  }
  record("renderer memory before the first photo", megabytes(before), "MB", "Chromium on this machine, told that it is a phone with little memory; camera open; proportional set size of the page's process");
  record(`renderer memory over ${PHOTOS} photos, most`, megabytes(Math.max(...sizes)), "MB", `the same, after each: ${sizes.map(megabytes).join(", ")}`);
  record("shutter to kept, median", percentile(times, 0.5), "ms", `${PHOTOS} photos of the played camera, from the tap until the next slot or the visit is shown; with the person's tap on a doubt`);

  const large = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8000, 6000);
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("no canvas");
    for (let n = 0; n < 4800; n++) {
      paper.fillStyle = `hsl(${(n * 37) % 360} 60% ${30 + ((n * 7) % 40)}%)`;
      paper.fillRect((n % 80) * 100, Math.floor(n / 80) * 100, 96, 96);
    }
    const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
    return new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result).replace(/^.*,/, ""));
      reader.readAsDataURL(jpeg);
    });
  });
  const buffer = Buffer.from(large, "base64");
  const from = performance.now();
  await camera.goOnAfter(() => camera.album.setInputFiles({ name: "IMG_4800.jpg", mimeType: "image/jpeg", buffer }));
  await expect(camera.view).toBeHidden();
  await expect(front.photo("店头")).toBeVisible();
  record("a photo of 48 megapixels, from the album until kept", Math.round(performance.now() - from), "ms", `${megabytes(buffer.length)} MB of JPEG, 8000 x 6000`);
  record("renderer memory after it", megabytes(installed.rendererMemory()), "MB", "the same process");
});
