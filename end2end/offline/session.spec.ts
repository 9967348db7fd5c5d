import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Login } from "../pages/login";
import { Me } from "../pages/me";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { NEIGHBOUR, REP } from "../support/people";
import { expect, test } from "../support/test";

test("an expired session never blocks recording, and what was recorded goes out after the login", async ({
  page,
  context,
  office,
  complaints,
}) => {
  complaints.allow(/status of 401/, "the session has expired");
  const known = await office.all("visit");
  const [app, outbox, visit] = [new App(page), new Outbox(page), new Visit(page)];
  await app.begin(REP);
  await context.clearCookies({ name: "lianying" });

  const { list } = await arriveAtNextShop(page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  await app.go("发件箱");
  await expect(outbox.footing).toContainText("登录过期了，登录后自动发");
  expect(await visitsBeside(office, known)).toEqual([]);
  await page.reload();
  await expect(outbox.heading).toHaveText(/没发到/);

  await outbox.footing.getByRole("link", { name: "登录" }).click();
  await new Login(page).logIn(REP);
  await expect(page).toHaveURL(/\/outbox$/);
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});

test("logging out is refused while something has not arrived", async ({ page, network, office }) => {
  const [app, me] = [new App(page), new Me(page)];
  await app.begin(REP);
  await network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/me");
  await expect(page.getByRole("link", { name: /还有 1 条没发到/ })).toBeVisible();
  await expect(me.logOut).toBeHidden();
  await network.restore();
  await expect(me.logOut).toBeVisible();
});

test("who logs in next on the same phone sees and sends nothing of the one before", async ({ page, office, server }) => {
  const [app, me, outbox, today] = [new App(page), new Me(page), new Outbox(page), new Today(page)];
  await app.begin(REP);
  const { outlet, list } = await arriveAtNextShop(page, office);
  await new Visit(page).answer(itemOf(list, "poster"));
  await page.goto("/outbox");
  await outbox.expectEverythingArrived();
  await app.go("我");
  await me.leave();

  await app.begin(NEIGHBOUR);
  await expect(today.dock).not.toContainText("正在拜访");
  await app.go("发件箱");
  await expect(outbox.heading).toHaveText("还没有要发的");
  await expect(page.getByText(outlet.name)).toBeHidden();
  await app.go("我");
  await me.leave();

  await app.begin(REP);
  await expect(today.dock).toContainText("正在拜访");
  await app.go("发件箱");
  await expect(outbox.row(outlet.name)).toContainText("已收到");
  expect(server.log).not.toContain("panicked");
});
