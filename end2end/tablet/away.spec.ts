// Who steps in: named by the manager, also without a network, and told to both reps.
import { App } from "../pages/app";
import { Away, EverybodyAway } from "../pages/away";
import { ELSEWHERE, MANAGER, NEIGHBOUR, REP } from "../support/people";
import { today } from "../support/template";
import { expect, PHONE, test } from "../support/test";

test("a manager without a network names who steps in, and both reps hear of it with the brief", async ({
  page,
  network,
  openDevice,
  office,
}) => {
  test.slow(); // three devices
  const [substitute, absent] = [await openDevice(PHONE), await openDevice(PHONE)];
  const all = new EverybodyAway(page);
  await Promise.all([
    new App(page).begin(MANAGER),
    new App(substitute.page).begin(REP),
    new App(absent.page).begin(NEIGHBOUR),
  ]);
  await network.cut();
  await all.way.click();
  await expect(all.heading).toHaveText("1 个请假等你定谁接手");
  await expect(all.waiting(NEIGHBOUR.name)).toContainText(/那几天 [1-9]\d* 站要人走/);
  await expect(all.waiting(NEIGHBOUR.name)).toContainText("冰柜报修的单子在店主手里");
  await expect(all.candidate(NEIGHBOUR.name, REP.name)).toContainText(/那几天自己 \d+ 站/);
  await expect(all.candidate(NEIGHBOUR.name, REP.name)).toContainText("走过这个区域");
  await expect(all.candidate(NEIGHBOUR.name, NEIGHBOUR.name), "nobody steps in for themselves").toHaveCount(0);
  await all.handOver(NEIGHBOUR.name, REP.name).click();
  await expect(all.notice(`${NEIGHBOUR.name}的交给了${REP.name}`)).toBeVisible();
  await expect(all.heading).toHaveText("请假的都有人接手");
  await expect(all.settled(NEIGHBOUR.name)).toContainText(`${REP.name}接手，${MANAGER.name}定的`);

  await network.restore();
  const leave = async () => (await office.all("leave")).find(({ rep_name }) => rep_name === NEIGHBOUR.name);
  await expect.poll(async () => (await leave())?.substitute, { timeout: 30_000 }).toBeTruthy();
  const settled = await leave();
  const posting = (await office.all("assignment")).filter(({ user }) => user === settled?.substitute);
  // From today on: the shops have to be on the phone before the rep is away.
  const window = { from: today(), until: settled?.window.until };
  expect(posting).toContainEqual(expect.objectContaining({ territory: settled?.territory, window }));

  const steps = new Away(substitute.page);
  await new App(substitute.page).go("我");
  await steps.arrive();
  await expect(steps.leave(`替${NEIGHBOUR.name}走`)).toContainText("冰柜报修的单子在店主手里", { timeout: 30_000 });

  const own = new Away(absent.page);
  await new App(absent.page).go("我");
  await own.arrive();
  await expect(own.leave("冰柜报修")).toContainText(`${REP.name}接手，${MANAGER.name}定的`, { timeout: 30_000 });
  await expect(own.act("冰柜报修", "撤回"), "somebody else's days depend on it by now").toHaveCount(0);
});

test("the page of everybody's leaves is the manager's, and a rep's own is the rep's", async ({ page, openDevice }) => {
  const { page: phone } = await openDevice(PHONE);
  await Promise.all([new App(page).begin(MANAGER), new App(phone).begin(REP)]);
  await page.goto("/me/away");
  await expect(page).toHaveURL(/\/\/[^/]+\/away$/);
  await expect(new EverybodyAway(page).waiting(NEIGHBOUR.name)).toBeVisible();
  await phone.goto("/away");
  await expect(phone).toHaveURL(/\/me\/away$/);
  await expect(new Away(phone).heading).toBeVisible();
});

test("a hand-over to the wrong rep is taken back at a tap, and another one is named", async ({ page, network, office }) => {
  const all = new EverybodyAway(page);
  await new App(page).begin(MANAGER);
  await network.cut();
  await all.way.click();
  await all.handOver(NEIGHBOUR.name, REP.name).click();
  await expect(all.settled(NEIGHBOUR.name)).toContainText(`${REP.name}接手`);
  await all.undo(`${NEIGHBOUR.name}的交给了${REP.name}`).click();
  await expect(all.notice(`${NEIGHBOUR.name}的又等你定谁接手`)).toBeVisible();
  await expect(all.waiting(NEIGHBOUR.name)).toBeVisible();
  await all.handOver(NEIGHBOUR.name, ELSEWHERE.name).click();
  await expect(all.settled(NEIGHBOUR.name)).toContainText(`${ELSEWHERE.name}接手`);

  await network.restore();
  const users = await office.all("user");
  const named = (name: string) => users.find((user) => user.name === name)?.id;
  const leave = async () => (await office.all("leave")).find(({ rep_name }) => rep_name === NEIGHBOUR.name);
  await expect.poll(async () => (await leave())?.substitute, { timeout: 30_000 }).toBe(named(ELSEWHERE.name));
  const settled = await leave();
  const postings = (await office.all("assignment")).filter(({ territory }) => territory === settled?.territory);
  // What the first might have done today is still theirs to send; from tomorrow on the shops are not.
  const ended = { user: named(REP.name), window: { from: today(), until: today() } };
  expect(postings).toContainEqual(expect.objectContaining(ended));
  const window = { from: today(), until: settled?.window.until };
  expect(postings).toContainEqual(expect.objectContaining({ user: named(ELSEWHERE.name), window }));
});
