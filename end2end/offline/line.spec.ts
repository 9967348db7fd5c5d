// Bad lines: cut in the middle of a photo, up and down every moment, a server that answers late.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { expectPhotosHeld } from "../support/expect_visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("an upload that is cut in the middle goes on, and the picture is whole", async ({ page, network, office }) => {
  const known = await office.all("visit");
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  await visit.photograph(itemOf(list, "front"));
  await visit.photograph(itemOf(list, "shelf"));
  await page.goto("/outbox");
  await expect(outbox.heading).toBeVisible();

  // Less each time than what is left of the three pictures, so that each time ends inside one.
  for (const bytes of [20_000, 20_000, 20_000]) {
    await network.restore({ cutAfter: bytes });
    await outbox.sendNow.click();
    await expect.poll(() => network.line.isCut(), { timeout: 20_000 }).toBe(true);
  }
  await network.restore();
  await outbox.sendNow.click();
  await outbox.expectEverythingArrived();
  const [there] = await visitsBeside(office, known);
  if (!there) throw new Error("no visit");
  await expectPhotosHeld(office, there);
});

test("the same picture for a second place is no second upload, and arrives there too", async ({ page, office }) => {
  const old = (await office.all("photo")).find(({ received_at }) => received_at);
  const buffer = await office.original(old?.hash ?? "");
  if (!buffer) throw new Error("no picture to choose");
  const [camera, visit] = [new Camera(page), new Visit(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  const shelf = itemOf(list, "shelf");
  const taken = async () => (await office.all("photo")).filter((photo) => photo.visit === id && photo.received_at);
  for (const [at, { words }] of (shelf.slots ?? []).entries()) {
    if (at === 0) await visit.question(shelf).emptySlot(words.zh).click();
    await camera.expectOpenFor(at + 1, 2);
    await camera.album.setInputFiles({ name: "shelf.jpg", mimeType: "image/jpeg", buffer });
    // The first one is at the server, and forgotten about, when the second is chosen.
    await expect.poll(async () => (await taken()).length).toBe(at + 1);
  }
  expect(new Set((await taken()).map(({ hash }) => hash)).size, "one picture").toBe(1);
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
});

test("a line that comes and goes all the time ends with everything there, once", async ({ page, network, office }) => {
  const known = await office.all("visit");
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await app.begin(REP);
  let flapping = true;
  const flap = (async () => {
    while (flapping) {
      await network.cut();
      await new Promise((later) => setTimeout(later, 700));
      await network.restore();
      await new Promise((later) => setTimeout(later, 400));
    }
  })();
  const { list } = await arriveAtNextShop(page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  flapping = false;
  await flap;
  await app.go("发件箱");
  await outbox.expectEverythingArrived();
  const arrived = await visitsBeside(office, known);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]?.check_out).toBeTruthy();
});

test("an answer that is lost on its way back is no second visit", async ({ page, context, network, office, complaints }) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  const [app, outbox] = [new App(page), new Outbox(page)];
  await app.begin(REP);
  await network.cut();
  await arriveAtNextShop(page, office);
  let lost = 0;
  await context.route("**/sync/push", async (route) => {
    if (lost++ >= 2) return route.continue();
    await route.fetch(); // the server carries it out, and the phone never hears of it
    await route.abort();
  });
  await network.restore();
  await page.goto("/outbox");
  await expect(async () => {
    await outbox.sendNow.click({ timeout: 1_000 });
    await expect(outbox.footing).toContainText("都发到了", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  expect(lost).toBeGreaterThan(2);
  expect(await visitsBeside(office, known)).toHaveLength(1);
});

test("without any hint from the browser the phone finds the server again by itself", async ({ page, network, office, complaints }) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  await new App(page).begin(REP);
  network.line.cut(); // the browser still believes that it is online
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
  await expect(new Outbox(page).footing).toContainText("等有网就自动发");
  network.line.restore();
  await expect.poll(async () => (await visitsBeside(office, known)).length, { timeout: 45_000 }).toBe(1);
});
