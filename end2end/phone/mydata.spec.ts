// 存了我什么: the rep sees all that is stored about them, and who has looked at it (F114).
import fs from "node:fs/promises";
import { App } from "../pages/app";
import { arriveAtNextShop, checkIn, itemOf, openNextBrief } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Me, MyData } from "../pages/me";
import { Outbox } from "../pages/outbox";
import { Review } from "../pages/review";
import { Visit } from "../pages/visit";
import { standAt } from "../support/day";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test("a rep reads how much is stored about them and takes it along as a file, without a network", async ({
  page,
  network,
  office,
}) => {
  const [app, me, data] = [new App(page), new Me(page), new MyData(page)];
  await app.begin(REP);
  const { rep } = (await office.all("visit")).find((visit) => visit.rep_name === REP.name) ?? {};
  const visits = (await office.all("visit")).filter((visit) => visit.rep === rep);
  await network.cut();
  await app.go("我");
  await me.toData.click();
  await expect(data.count("拜访")).toHaveText(String(visits.length));
  await expect(data.count("照片")).toHaveText(String(visits.reduce((sum, { photos }) => sum + photos, 0)));

  const saved = page.waitForEvent("download");
  await data.save.click();
  const file = await (await saved).path();
  const all = JSON.parse(await fs.readFile(file, "utf8")) as Record<string, { id: string }[]>;
  expect(Object.keys(all)).toEqual(["visits", "photos", "tasks", "leaves", "viewings"]);
  expect(all.visits?.map(({ id }) => id).sort()).toEqual(visits.map(({ id }) => id).sort());
});

test("who looks at a visit is seen by its rep, once a day, and makes no noise in the looker's outbox", async ({
  page,
  office,
  openDevice,
}) => {
  const [app, me, data] = [new App(page), new Me(page), new MyData(page)];
  await app.begin(REP);
  const { id, outlet } = await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  for (let times = 0; times < 2; times++) {
    await tablet.page.goto(`/visits/${id}`);
    await expect(new Review(tablet.page).shop).toHaveText(outlet.name);
  }
  await tablet.page.goto("/outbox");
  await new Outbox(tablet.page).expectEverythingArrived();
  await expect(tablet.page.getByRole("main").getByText("看过 1 次拜访").first()).toBeVisible();

  await app.go("我");
  await me.toData.click();
  // The manager of the demo has looked at other visits of other days, some of them to the same shop.
  const visit = page.locator(`a[href="/visits/${id}"]`);
  const look = data.look(`${MANAGER.name}（区域经理）`).filter({ has: visit });
  await expect(look).toHaveCount(1);
  await expect(visit, "twice on one day is one look").toHaveCount(1);
  await look.locator("summary").click();
  await expect(look.getByRole("link", { name: outlet.name })).toBeVisible();
});

test("a position that stands perfectly still is said in the same words to the manager and to the rep", async ({
  page,
  office,
  openDevice,
}) => {
  const words = "定位可信度低：几次定位一厘米都没动";
  // Several readings of one place, to the last digit.
  await page.addInitScript(() => {
    const { geolocation } = navigator;
    const watch = geolocation.watchPosition.bind(geolocation);
    geolocation.watchPosition = (heard, failed, options) =>
      watch(
        (position) => {
          for (let reading = 0; reading < 6; reading++) heard(position);
          document.documentElement.dataset.settled = "";
        },
        failed,
        options,
      );
  });
  await new App(page).begin(REP);
  const { outlet } = await openNextBrief(page, office);
  await page.waitForFunction(() => "settled" in document.documentElement.dataset);
  const id = await checkIn(page);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  await page.goto("/me/data");
  await expect(new MyData(page).place(outlet.name).first()).toContainText(words);

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(new Review(tablet.page).detail.getByText(words)).toBeVisible();
});

test("a photo that was taken far from its shop says so itself, in the same words to the manager and to the rep", async ({
  page,
  office,
  openDevice,
}) => {
  const words = /定位可信度低：.*定位在离店 \d+ 米的地方/;
  const [visit, camera, data] = [new Visit(page), new Camera(page), new MyData(page)];
  await new App(page).begin(REP);
  const { outlet, list, id } = await arriveAtNextShop(page, office);
  const { lat, lon } = outlet.position;
  await standAt(page.context(), { ...outlet, position: { lat: lat + 10_347, lon } });
  const front = itemOf(list, "front");
  await visit.question(front).emptySlot(front.slots?.[0]?.words.zh ?? "").click();
  await expect(page.getByText(/^离店 1\.\d 公里/), "the camera has measured anew").toBeVisible();
  await camera.shootAll(front.slots?.length ?? 0);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  await page.goto("/me/data");
  await expect(data.place(outlet.name).filter({ hasText: "拍照" }).first()).toContainText(words);

  const tablet = await openDevice(TABLET);
  const review = new Review(tablet.page);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(review.shop).toHaveText(outlet.name);
  await expect(review.atHandTrust).toContainText(words);
});
