// What the server does not take comes back with its reason, and nothing is lost.
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Tasks } from "../pages/tasks";
import { Visit } from "../pages/visit";
import { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf } from "../support/shops";

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

test("a visit in an area that has gone to somebody else waits for the manager, and the rep sees why", async ({
  page,
  network,
  office,
}) => {
  const known = await office.all("visit");
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { outlet, list } = await arriveAtNextShop(page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();

  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  const posting = (await office.all("assignment")).find(({ user }) => user === rep?.id);
  const ended = await office.push({ do: "end_assignment", assignment: posting?.id, until: daysAgo(10) });
  expect(ended).toMatchObject({ outcome: "applied" });

  await network.restore();
  await app.go("发件箱");
  const card = outbox.card(/签到被退回$/);
  await expect(card).toContainText("这个区域已经不归你了");
  await expect(card).toContainText("你填的都还在。");
  await expect(outbox.tally).toHaveAccessibleName(/0 条在发，0 条存着，[1-9]\d* 条退回$/);
  expect(await visitsBeside(office, known), "nothing was carried out").toEqual([]);

  // The shop has left the phone; what the rep recorded there has not.
  await app.go("门店");
  await expect(page.getByText(outlet.name)).toBeHidden();
  await app.go("发件箱");
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "知道了" }).click();
  await expect(card).toBeHidden();
});

test("a task that was closed on another phone meanwhile comes back, and what follows it goes through", async ({
  page,
  network,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [outlet] = await shopsOf(rep);
  const leave = (what: string) =>
    rep.push({ do: "leave_task", task: crypto.randomUUID(), outlet: outlet?.id, owner: rep.user.id, what, due: daysAgo(-7) });
  for (const what of ["送两箱样品", "换海报"]) expect(await leave(what)).toMatchObject({ outcome: "applied" });

  const [app, tasks, outbox] = [new App(page), new Tasks(page), new Outbox(page)];
  await app.begin(REP);
  await network.cut();
  await app.go("任务");
  await tasks.tick("送两箱样品").click();
  await tasks.tick("换海报").click();
  await expect(tasks.tick("换海报")).toBeHidden();

  const samples = (await rep.all("task")).find(({ what }) => what === "送两箱样品");
  expect(await rep.push({ do: "close_task", task: samples?.id, photo: null })).toMatchObject({ outcome: "applied" });
  await network.restore();
  await app.go("发件箱");
  const card = outbox.card(/被退回$/);
  await expect(card).toContainText("这个任务已经结了。");
  await expect(card).toHaveCount(1);
  await expect(outbox.tally).toHaveAccessibleName("做了 2 条：1 条到了，0 条在发，0 条存着，1 条退回");
  const poster = (await office.all("task")).find(({ what }) => what === "换海报");
  expect(poster?.closed, "a bad item never blocks a good one").toBeTruthy();
});
