import { App } from "../pages/app";
import { arriveAtNextShop, checkIn, itemOf } from "../pages/arrive";
import { TaskSheet } from "../pages/beside";
import { Visit } from "../pages/visit";
import { Api } from "../support/api";
import { standAt, stopsOf } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("a task that is left under a question stands there, knows where it came from, and is counted when leaving", async ({
  page,
  network,
  office,
}) => {
  const [visit, task] = [new Visit(page), new TaskSheet(page)];
  await new App(page).begin(REP);
  const { list, id, outlet } = await arriveAtNextShop(page, office);
  await network.cut();
  const poster = visit.question(itemOf(list, "poster"));
  await poster.leaveTask.click();
  await expect(task.what, "nobody types what the question says").toHaveValue("店头有本季海报");
  await task.what.fill("送两张本季海报");
  await task.chip("3 天").click();
  await expect(task.chip("3 天")).toHaveAttribute("aria-pressed", "true");
  const due = await task.due.inputValue();
  await task.toClose("拍张照").check();
  await task.risk.fill("一百");
  await expect(task.save, "what is no amount is not guessed").toBeDisabled();
  await task.risk.fill("100");
  await task.save.click();
  await expect(task.sheet).toBeHidden();
  await expect(page.getByRole("main")).toContainText("送两张本季海报");

  await visit.answerWhatMustBe(list);
  await visit.goToCheckOut();
  await expect(page.getByRole("button", { name: /^留下 1 件事/ })).toContainText("送两张本季海报");
  await visit.checkOut.click();
  await expect(page.getByRole("status").filter({ hasText: /这次：答 \d+ 项，拍 4 张，留 1 个任务/ })).toBeVisible();

  await network.restore();
  const there = async () => (await office.all("task")).find(({ origin }) => origin?.visit === id);
  await expect.poll(there).toMatchObject({
    outlet: outlet.id,
    what: "送两张本季海报",
    due,
    origin: { visit: id, item: "poster" },
    evidence: "photo",
    at_risk: 10_000,
  });
});

test("the partner who supplies the shop can be the one who has to act", async ({ page, context, network, office, server }) => {
  const [visit, task] = [new Visit(page), new TaskSheet(page)];
  const rep = await Api.logIn(server.url, REP);
  const outlet = (await stopsOf(office, rep.user.id)).find(({ responsible }) => responsible !== "open");
  if (!outlet) throw new Error("nobody supplies any shop of the route");
  await new App(page).begin(REP);
  await network.cut();
  await standAt(context, outlet);
  await page.goto(`/outlets/${outlet.id}`);
  const id = await checkIn(page);
  await visit.goToCheckOut();
  await page.getByRole("button", { name: "留下一件事" }).click();
  await task.what.fill("补 300ml 的货");
  const partner = task.who.getByRole("button").nth(1);
  const name = (await partner.textContent()) ?? "";
  await partner.click();
  await task.save.click();
  await expect(page.getByRole("button", { name: /^留下 1 件事/ })).toContainText(name);

  await network.restore();
  const left = async () => (await office.all("task")).find(({ what, outlet: at }) => at === outlet.id && what === "补 300ml 的货");
  await expect.poll(left).toMatchObject({ with: outlet.responsible });
  expect((await left())?.origin, `it came from no question of ${id}`).toBeUndefined();
});

test("a task that was left by mistake is gone at a tap, and was never owed", async ({ page, network, office }) => {
  const [visit, task] = [new Visit(page), new TaskSheet(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const leave = async (what: string) => {
    await visit.question(itemOf(list, "poster")).leaveTask.click();
    await task.what.fill(what);
    await task.save.click();
    await expect(task.sheet).toBeHidden();
    await expect(page.getByRole("main")).toContainText(what);
  };
  await leave("送错的海报");
  await page.getByRole("status").filter({ hasText: "任务记下了" }).getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("status").filter({ hasText: "任务撤回了" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("送错的海报");
  await leave("送对的海报");

  await network.restore();
  const left = async () => (await office.all("task")).filter(({ origin }) => origin?.visit === id).map(({ what }) => what);
  await expect.poll(left).toEqual(["送对的海报"]);
});
