// Law 7: a double tap is one act; and however many tabs there are, it is one outbox.
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf, openNextBrief } from "../pages/arrive";
import { Brief } from "../pages/brief";
import { Camera } from "../pages/camera";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("a double tap on check-in, shutter and check-out is one act each", async ({ page, network, office, server }) => {
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await openNextBrief(page, office);
  const [visit, camera] = [new Visit(page), new Camera(page)];
  await new Brief(page).checkIn.dblclick();
  await expect(visit.saved).toBeVisible();
  await expect(page).toHaveURL(/\/visits\//);

  const front = itemOf(list, "front");
  await visit.question(front).emptySlot("店头").click();
  await camera.expectOpenFor(1, 1);
  await camera.goOnAfter(() => camera.shutter.dblclick());
  await expect(camera.view).toBeHidden();
  await visit.answerWhatMustBe({ ...list, items: list.items.filter(({ key }) => key !== "front") });
  await visit.goToCheckOut();
  await visit.checkOut.dblclick();
  await expect(page).toHaveURL(/\/today$/);

  await network.restore();
  await new App(page).go("发件箱");
  await new Outbox(page).expectEverythingArrived();
  await expect(new Outbox(page).tally).toHaveAccessibleName(/0 条退回$/);
  const arrived = await visitsBeside(office, known);
  expect(arrived).toHaveLength(1);
  const photos = (await office.all("photo")).filter((photo) => photo.visit === arrived[0]?.id);
  expect(photos.filter(({ item }) => item === "front")).toHaveLength(1);
  expect(server.log).not.toContain("WARN");
});

test("two tabs record at once and the outbox stays one dense row of commands", async ({ page, context, network, office }) => {
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  const other = await context.newPage();
  await other.goto(page.url());
  const [here, there] = [new Visit(page), new Visit(other)];
  const [facings, willing] = [itemOf(list, "facings"), itemOf(list, "willing")];
  await there.step("客情").click();

  const taps = 12;
  const scale = willing.anchors ?? [];
  await Promise.all([
    (async () => {
      for (let i = 0; i < taps; i++) await here.question(facings).region.getByRole("button", { name: "加一" }).click();
    })(),
    (async () => {
      for (let i = 0; i < taps; i++) await there.question(willing).choice(scale[i % scale.length]?.zh ?? "").click();
    })(),
  ]);
  // Each tab shows what the other recorded.
  await here.step("客情").click();
  await expect(here.question(willing).folded).toContainText(scale[(taps - 1) % scale.length]?.zh ?? "");
  await there.step("陈列").click();
  await expect(there.question(facings).folded).toContainText(`${taps - 1} 个`);

  // A push whose answer was lost is made again; a number never stands for another command then.
  const pushed = new Map<number, Set<string>>();
  for (const tab of [page, other])
    tab.on("request", (request) => {
      if (!request.url().endsWith("/sync/push")) return;
      const body = request.postDataJSON() as { commands: { seq: number; body: { id: string } }[] };
      for (const { seq, body: { id } } of body.commands) pushed.set(seq, (pushed.get(seq) ?? new Set()).add(id));
    });
  await network.restore();
  await page.goto("/outbox");
  await new Outbox(page).expectEverythingArrived();
  expect([...pushed.keys()].sort((a, b) => a - b), "no number is missing").toEqual(
    Array.from({ length: pushed.size }, (_, i) => i + 1),
  );
  expect(pushed.size, "the check-in, and answers of both tabs").toBeGreaterThan(2);
  const commands = [...pushed.values()].flatMap((ids) => [...ids]);
  expect(new Set(commands).size, "each number one command, each command one number").toBe(pushed.size);
  expect(commands).toHaveLength(pushed.size);
  const [visit] = await visitsBeside(office, known);
  expect(visit?.answers).toMatchObject({
    facings: { value: { number: taps - 1 } },
    willing: { value: { scale: (taps - 1) % scale.length } },
  });
});

test("when the tab that sends is closed in the middle, another one finishes", async ({ page, context, network, office }) => {
  const known = await office.all("visit");
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  await new Visit(page).answer(itemOf(list, "poster"));
  const other = await context.newPage();
  await other.goto("/outbox");
  await expect(new Outbox(other).heading).toHaveText(/没发到/);

  // The first tab has the lock when the line comes back, and dies before the answer does.
  const sending = new Promise<Page>((asked) => {
    // Never answered: the tab goes while it waits.
    void context.route("**/sync/push", (route) => asked(route.request().frame().page()), { times: 1 });
  });
  await network.restore();
  const tab = await sending;
  await tab.close();
  const left = tab === page ? other : page;
  await left.goto("/outbox");
  await new Outbox(left).expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});
