// What is owed, on the board and in its sheet: proposed with reasons, moved with one, closed with what was asked for.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Tasks } from "../pages/tasks";
import { Visit } from "../pages/visit";
import { Api } from "../support/api";
import { stopsOf } from "../support/day";
import { REP } from "../support/people";
import { inDays, promise, shopOfClass } from "../support/promise";
import { expect, test } from "../support/test";

test("a task is proposed where lateness, money and the size of the shop put it, and says so", async ({ page, network, server }) => {
  const rep = await Api.logIn(server.url, REP);
  const [large, small] = [await shopOfClass(rep, ["A", "B"]), await shopOfClass(rep, ["C", "D"])];
  await promise(rep, small, "催分销商补货", { due: inDays(-3), at_risk: 180_000 });
  await promise(rep, large, "谈端架", { due: inDays(20) });
  await promise(rep, small, "送发票", { due: inDays(0) });
  await promise(rep, small, "问问新店主", { due: inDays(20) });

  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("任务");
  await tasks.view("四象限").check();
  for (const [quadrant, what, reasons] of [
    ["紧急重要", "催分销商补货", ["晚了 3 天", "有 ¥1,800.00 在里面"]],
    ["重要不紧急", "谈端架", [`${large.class} 类店`]],
    ["紧急不重要", "送发票", ["今天到期"]],
    ["不紧急不重要", "问问新店主", ["不急，金额也不大"]],
  ] as const) {
    await tasks.unfold(quadrant);
    for (const reason of reasons) await expect(tasks.line(quadrant, what)).toContainText(reason);
  }
  await expect(tasks.quarter("紧急重要"), "one is open at a time").toBeHidden();
});

test("a task is moved with a reason without a network, stays moved, and can be put back", async ({ page, network, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const id = await promise(rep, await shopOfClass(rep, ["C", "D"]), "问问新店主", { due: inDays(20) });
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("任务");
  await tasks.view("四象限").check();
  await tasks.unfold("不紧急不重要");
  await tasks.line("不紧急不重要", "问问新店主").click();
  await tasks.moveTo("紧急重要", "客户在催");
  await expect(tasks.notice("挪到了紧急重要")).toBeVisible();
  await tasks.undo("挪到了紧急重要");
  await expect(tasks.line("不紧急不重要", "问问新店主")).toBeVisible();

  await tasks.line("不紧急不重要", "问问新店主").click();
  await tasks.moveTo("重要不紧急", "要等经销商");
  await page.reload();
  await tasks.unfold("重要不紧急");
  await expect(tasks.line("重要不紧急", "问问新店主"), "the view and the place are kept").toContainText("挪过：要等经销商");
  await network.restore();
  const placed = async () => (await office.get("task", id))?.placed;
  await expect.poll(placed).toMatchObject({ quadrant: "important", because: "要等经销商" });

  await tasks.line("重要不紧急", "问问新店主").click();
  await tasks.move.click();
  await tasks.putBack.click();
  await expect(tasks.notice("放回原处了")).toBeVisible();
  await expect.poll(placed).toBeUndefined();
});

test("a tick is there at once, and taking it back is there as well", async ({ page, network, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const id = await promise(rep, await shopOfClass(rep, ["C", "D"]), "换价签", { due: inDays(3) });
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("任务");
  await tasks.tick("换价签").click();
  await expect(tasks.followUp("换价签")).toBeHidden();
  await tasks.undo("记下了");
  await expect(tasks.followUp("换价签")).toBeVisible();
  await tasks.tick("换价签").click();
  await expect(tasks.followUp("换价签")).toBeHidden();
  await network.restore();
  await expect.poll(async () => (await office.get("task", id))?.closed).toMatchObject({ withdrawn: false });
});

test("a task that was left with a sentence is closed by one and by nothing less", async ({ page, network, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const id = await promise(rep, await shopOfClass(rep, ["C", "D"]), "问补货时间", { due: inDays(3), evidence: "sentence" });
  const tasks = new Tasks(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("任务");
  await expect(tasks.followUp("问补货时间")).toContainText("要写一句结果");
  await tasks.tick("问补货时间").click();
  await expect(tasks.done, "the tick asks first").toBeDisabled();
  await tasks.sentence.fill("周五到货");
  await tasks.done.click();
  await expect(tasks.sheet).toBeHidden();
  await expect(tasks.followUp("问补货时间")).toBeHidden();
  await expect(page.getByRole("main").getByText("周五到货")).toBeVisible();
  await network.restore();
  await expect.poll(async () => (await office.get("task", id))?.closed?.words).toBe("周五到货");
});

test("a task that was left with a photo is closed by one that was taken there since, and leads there until then", async ({
  page,
  network,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [next] = await stopsOf(office, rep.user.id);
  if (!next) throw new Error("no stop today");
  const id = await promise(rep, next, "换新海报", { due: inDays(3), evidence: "photo" });
  const [app, tasks, visit] = [new App(page), new Tasks(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { list, outlet, id: at } = await arriveAtNextShop(page, office);
  expect(outlet.id).toBe(next.id);

  await page.goto("/tasks");
  await tasks.tick("换新海报").click();
  await expect(tasks.sheet).toContainText("这家店之后还没拍过照");
  await expect(tasks.toTakeOne).toHaveAttribute("href", `/outlets/${next.id}`);
  await expect(tasks.done).toBeHidden();

  await page.goto(`/visits/${at}?step=0`);
  await visit.photograph(itemOf(list, "front"));
  await page.goto("/tasks");
  await tasks.open("换新海报");
  await expect(tasks.done, "which one has to be said").toBeDisabled();
  await tasks.photos.first().click();
  await expect(tasks.photos.first()).toHaveAttribute("aria-pressed", "true");
  await tasks.done.click();
  await expect(tasks.followUp("换新海报")).toBeHidden();
  await network.restore();
  const shown = async () => (await office.get("task", id))?.closed?.photo ?? "";
  await expect.poll(shown).not.toBe("");
  expect(await office.get("photo", await shown())).toMatchObject({ visit: at, item: "front" });
});

test("a task that a photo closed is owed again when the photo is thrown away, and undo closes it again", async ({
  page,
  network,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [next] = await stopsOf(office, rep.user.id);
  if (!next) throw new Error("no stop today");
  const id = await promise(rep, next, "换新海报", { due: inDays(3), evidence: "photo" });
  const [app, tasks, visit] = [new App(page), new Tasks(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { list, id: at } = await arriveAtNextShop(page, office);
  const front = visit.question(itemOf(list, "front"));
  const slot = front.item.slots?.[0]?.words.zh ?? "";
  await visit.photograph(front.item);
  await page.goto("/tasks");
  await tasks.open("换新海报");
  await tasks.photos.first().click();
  await tasks.done.click();
  await expect(tasks.followUp("换新海报")).toBeHidden();

  const drop = async () => {
    await page.goto(`/visits/${at}?step=0`);
    await front.folded.click();
    await front.photo(slot).click();
    await page.getByRole("dialog").getByRole("button", { name: "删掉这张" }).click();
    await expect(tasks.notice("照片删了，用它结的 1 件事又要办")).toBeVisible();
  };
  await drop();
  await tasks.undo("照片删了");
  await expect(tasks.notice("照片放回来了")).toBeVisible();
  await expect(front.photo(slot)).toBeVisible();
  await page.goto("/tasks");
  await expect(page.getByRole("main").getByText("换新海报"), "done, with the photo that came back").toBeVisible();
  await expect(tasks.followUp("换新海报")).toBeHidden();
  await network.restore();
  const shown = async () => (await office.get("task", id))?.closed?.photo ?? "";
  await expect.poll(shown).not.toBe("");
  await expect.poll(async () => (await office.get("photo", await shown()))?.visit).toBe(at);

  await drop();
  await page.goto("/tasks");
  await expect(tasks.followUp("换新海报")).toBeVisible();
  await expect.poll(async () => (await office.get("task", id))?.closed).toBeUndefined();
});
