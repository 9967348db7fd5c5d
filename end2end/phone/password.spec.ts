// One's own password: changed with the old one, the end of other logins, and due before anything else where a manager gave
// it. Nothing that was not sent is lost on the way.
import { App } from "../pages/app";
import { Login } from "../pages/login";
import { Password } from "../pages/password";
import { Team } from "../pages/team";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

const OWN = "山高水长 2026";

test("a rep changes the password with the old one, stays in, and every other phone is logged out", async ({
  page,
  openDevice,
  complaints,
}) => {
  test.slow(); // two devices
  complaints.allow(/status of 401/, "the old password is wrong on purpose, and the other phone is out");
  const other = await openDevice(PHONE);
  await Promise.all([new App(page).begin(REP), new App(other.page).begin(REP)]);
  await new App(page).go("我");
  const password = new Password(page);
  await password.arrive();
  await password.old.fill("lianying2");
  await password.fresh.fill("123");
  await password.change.click();
  await expect(page.getByText("至少 8 个字符").last()).toBeVisible();
  await password.fresh.fill("11111111");
  await expect(page.getByText("太简单，至少用 4 种不同的字符")).toBeVisible();
  await password.fresh.fill(OWN);
  await password.change.click();
  await expect(password.problem).toContainText("原来的密码不对");
  await expect(password.fresh, "nothing that was typed is lost").toHaveValue(OWN);
  await password.old.fill(REP.password);
  await password.change.click();
  await expect(password.notice("密码换好了")).toBeVisible();
  await expect(page).toHaveURL(/\/me$/);

  await new App(other.page).go("发件箱");
  await other.page.reload();
  await new App(other.page).go("我");
  await expect(other.page.getByText("登录过期了")).toBeVisible({ timeout: 30_000 });
  await other.page.getByRole("link", { name: "登录", exact: true }).click();
  await new Login(other.page).logIn(REP);
  await expect(new Login(other.page).problem).toContainText("手机号或密码不对");
  await new Login(other.page).logIn({ ...REP, password: OWN });
  await expect(other.page).toHaveURL(/\/me$/);
});

test("without a network the password stays the one of before, and the screen says so", async ({ page, network }) => {
  const password = new Password(page);
  await new App(page).begin(REP);
  await new App(page).go("我");
  await password.arrive();
  await network.cut();
  await password.old.fill(REP.password);
  await password.fresh.fill(OWN);
  await password.change.click();
  await expect(password.problem).toContainText("现在还是原来的密码");
});

test("a password that the manager gave is changed first, and what the phone held is sent right after", async ({
  page,
  network,
  office,
  server,
  complaints,
}) => {
  test.slow(); // argon2 four times
  complaints.allow(/status of 40[13]/, "the session ended, and nothing is served before the password is changed");
  const team = new Team(page);
  await new App(page).begin(REP);
  await new App(page).go("我");
  await team.arrive();
  await expect(page.getByRole("article").first(), "everything is read").toBeVisible();
  await network.cut();
  await team.ask.click();
  await team.sheet.getByLabel("要帮什么忙").fill("周五搬堆头，缺一个人");
  await team.keep("求助");

  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  if (!rep) throw new Error("the rep is not known");
  const given = await office.givePassword(rep.id);
  await network.restore();
  await page.goto("/me");
  await expect(page.getByText("登录过期了")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "登录", exact: true }).click();
  await new Login(page).logIn({ ...REP, password: given });

  const password = new Password(page);
  await expect(password.due).toBeVisible();
  await expect(new App(page).tabs, "nothing else is there").toBeHidden();
  await page.goto("/today");
  await password.takeOwn(given, OWN);
  await expect(page).toHaveURL(/\/today$/);
  await expect
    .poll(async () => (await office.all("help")).find(({ what }) => what.startsWith("周五搬堆头"))?.asked_by_name, {
      timeout: 30_000,
    })
    .toBe(REP.name);
  expect(server.log).not.toContain(OWN);
});

test("the manager changes the own password at the same place", async ({ page }) => {
  const password = new Password(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await password.arrive();
  await password.old.fill(MANAGER.password);
  await password.fresh.fill(OWN);
  await password.change.click();
  await expect(password.notice("密码换好了")).toBeVisible();
});
