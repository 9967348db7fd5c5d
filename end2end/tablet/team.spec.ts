// A team: a manager sets a goal and plans a step, the rep finishes it and reports; who asks for help is helped.
import { App } from "../pages/app";
import { Tasks } from "../pages/tasks";
import { Team } from "../pages/team";
import { Api } from "../support/api";
import { ELSEWHERE, MANAGER, NEIGHBOUR, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

test("a manager without a network sets a goal and plans a step, the rep finishes it and reports, and both see the same", async ({
  page,
  network,
  openDevice,
  office,
}) => {
  test.slow(); // two devices
  const phone = await openDevice(PHONE);
  const [team, mine] = [new Team(page), new Team(phone.page)];
  await Promise.all([new App(page).begin(MANAGER), new App(phone.page).begin(REP)]);
  await new App(page).go("设置");
  await team.arrive();
  for (const name of [REP.name, NEIGHBOUR.name, ELSEWHERE.name]) {
    await expect(team.row(name)).toContainText(/效率：.*效果：.*服务：.*拜访：/);
  }
  await team.open(REP.name);
  await network.cut();
  await team.set.click();
  await team.choose("哪一种", "费用");
  await team.sheet.getByLabel("目标（元）").fill("0");
  await expect(team.sheet).toContainText("填一个大于 0 的数");
  await team.sheet.getByLabel("目标（元）").fill("3500");
  await team.keep("定下来");
  const goal = team.goal("费用", "/ ¥3,500.00");
  await expect(goal).toContainText("还没报过进度");
  await goal.getByRole("button", { name: /^加一步/ }).click();
  await team.sheet.getByLabel("做什么").fill("请两家店主吃饭");
  await team.keep("定下来");
  await expect(team.step(goal, "请两家店主吃饭")).not.toBeChecked();
  await network.restore();

  await new App(phone.page).go("我");
  await mine.arrive();
  const own = mine.goal("费用", "/ ¥3,500.00");
  await expect(own).toBeVisible({ timeout: 30_000 });
  await expect(own.getByRole("button", { name: /^改目标/ }), "a rep sets no goal").toHaveCount(0);
  await phone.network.cut();
  await mine.step(own, "请两家店主吃饭").check({ force: true });
  await expect(mine.notice("做完了一步")).toBeVisible();
  await own.getByRole("button", { name: /^报进度/ }).click();
  await mine.sheet.getByLabel("本月累计（元）").fill("1200.5");
  await mine.keep("报进度");
  await expect(own).toContainText("¥1,200.50 / ¥3,500.00");
  await expect(mine.step(own, "请两家店主吃饭")).toBeChecked();
  await phone.network.restore();

  await expect(goal).toContainText("¥1,200.50 / ¥3,500.00", { timeout: 30_000 });
  await expect(goal).toContainText(`${REP.name}`);
  await expect(team.step(goal, "请两家店主吃饭")).toBeChecked();
  const known = (await office.all("goal")).find(({ kind, target }) => kind === "expense" && target === 350_000);
  expect([known?.reports?.at(-1)?.value, known?.steps?.[0]?.done]).toEqual([120_050, expect.any(String)]);

  await goal.getByRole("button", { name: /^改目标/ }).click();
  await team.keep("取消目标");
  await expect(goal).toBeHidden();
  await team.notice("目标取消了").getByRole("button", { name: "撤销" }).click();
  await expect(goal).toContainText("¥1,200.50");
});

test("whoever asks for help is seen by colleagues, and who takes it is seen by whoever asked; coaching is read on the phone", async ({
  openDevice,
  office,
}) => {
  test.slow(); // two devices
  const [phone, other] = [await openDevice(PHONE), await openDevice(PHONE)];
  const [mine, theirs] = [new Team(phone.page), new Team(other.page)];
  await Promise.all([new App(phone.page).begin(REP), new App(other.page).begin(ELSEWHERE)]);
  await new App(phone.page).go("我");
  await mine.arrive();
  await expect(mine.main).toContainText("下一步：下周把端架照片发给店主看一次。");
  await phone.network.cut();
  await mine.main.getByRole("button", { name: /^看过了/ }).first().click();
  await expect(mine.main.getByText(/^看过了 · /)).toBeVisible();
  await phone.network.restore();
  const notes = async () => (await office.all("visit")).flatMap(({ companions }) => companions ?? []);
  await expect.poll(async () => (await notes()).filter(({ read }) => read).length, { timeout: 30_000 }).toBe(1);
  await mine.ask.click();
  await mine.sheet.getByLabel("要帮什么忙").fill("周五搬堆头，缺一个人");
  await mine.choose("急不急", "急");
  await mine.keep("求助");
  await expect(mine.call("周五搬堆头")).toContainText("还没人接");

  await new App(other.page).go("我");
  await theirs.arrive();
  await expect(theirs.call("周五搬堆头")).toContainText(REP.name, { timeout: 30_000 });
  await theirs.call("周五搬堆头").getByRole("button", { name: /^我来/ }).click();
  await expect(mine.call("周五搬堆头")).toContainText(`${ELSEWHERE.name}接了`, { timeout: 30_000 });
  await mine.call("周五搬堆头").getByRole("button", { name: /^解决了/ }).click();
  await expect
    .poll(async () => (await office.all("help")).find(({ what }) => what.startsWith("周五搬堆头"))?.settled?.name)
    .toBe(REP.name);
});

test("what did not hold is reopened by the manager with a reason, is owed again and counts in effect", async ({
  page,
  office,
  server,
  openDevice,
}) => {
  const team = new Team(page);
  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  const walked = await Api.logIn(server.url, REP);
  const [shop] = (await walked.all("outlet")).filter(({ open, partner }) => open && !partner);
  if (!rep || !shop) throw new Error("there is nobody to work, or nowhere");
  const task = crypto.randomUUID();
  const due = new Date().toISOString().slice(0, 10);
  await walked.push({ do: "leave_task", task, outlet: shop.id, owner: rep.id, what: "补堆头价签", due });
  await walked.push({ do: "close_task", task });
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await team.arrive();
  await team.open(REP.name);
  const done = team.call("补堆头价签");
  await done.getByRole("button", { name: /^没做到位，重开/ }).click();
  await expect(team.sheet.getByRole("button", { name: "没做到位，重开" }), "why is said").toBeDisabled();
  await team.sheet.getByLabel("哪里没做到位").fill("价签还是旧的");
  await team.keep("没做到位，重开");
  await expect(done).toBeHidden();
  await expect(team.main).toContainText("重开 1");
  await expect
    .poll(async () => (await office.get("task", task))?.reopened?.map(({ because }) => because), { timeout: 30_000 })
    .toEqual(["价签还是旧的"]);

  const phone = await openDevice(PHONE);
  const tasks = new Tasks(phone.page);
  await new App(phone.page).begin(REP);
  await new App(phone.page).go("任务");
  await tasks.open("补堆头价签");
  await expect(tasks.sheet, "who has to do it again is told why").toContainText("价签还是旧的");
});

test("a rep holds no goals of a territory that they do not walk", async ({ server, office }) => {
  const rep = await Api.logIn(server.url, ELSEWHERE);
  const posting = (await office.all("assignment")).find(({ user, window }) => user === rep.user.id && !window.until);
  const held = await rep.all("goal");
  expect(held.length).toBeGreaterThan(0);
  expect(new Set(held.map(({ territory }) => territory))).toEqual(new Set([posting?.territory]));
});
