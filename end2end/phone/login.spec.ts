import { App } from "../pages/app";
import { Login } from "../pages/login";
import { Outlets } from "../pages/outlets";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf } from "../support/shops";

test("the first login brings the rep's shops to the phone and opens the day", async ({ page, server }) => {
  const shops = await shopsOf(await Api.logIn(server.url, REP));

  await page.goto("/");
  await expect(page).toHaveURL(/\/login/);
  await new Login(page).logIn(REP);
  await expect(page).toHaveURL(/\/today$/);
  await expect(new Today(page).heading).toHaveText(/^(还有 \d+ 家要走|今天没有安排)$/);

  await new App(page).go("门店");
  await expect(new Outlets(page).heading).toHaveText(`你有 ${shops.length} 家店`);
});

test("after the login the phone goes where the person wanted to be", async ({ page }) => {
  await page.goto("/outbox");
  await new Login(page).logIn(REP);
  await expect(page).toHaveURL(/\/outbox$/);
});

test("a wrong password is said and nothing that was typed is lost", async ({ page, complaints }) => {
  complaints.allow(/status of 401/, "the password is wrong on purpose");
  const login = new Login(page);
  await page.goto("/login");
  await login.logIn({ ...REP, password: "lianying2" });
  await expect(login.problem).toHaveText("手机号或密码不对。");
  await expect(login.phone).toHaveValue(REP.phone);

  await login.logIn(REP);
  await expect(page).toHaveURL(/\/today$/);
});

test("a number that is none is said before anything is sent", async ({ page }) => {
  const login = new Login(page);
  await page.goto("/login");
  await login.logIn({ ...REP, phone: "1380310" });
  await expect(page.getByText("手机号是 11 位数字")).toBeVisible();
  await expect(login.phone).toHaveAccessibleDescription("手机号是 11 位数字");
});

test("what is typed before the app is there is not lost", async ({ page, context }) => {
  const login = new Login(page);
  let arrive = () => {};
  const slow = new Promise<void>((arrived) => (arrive = arrived));
  await context.route("**/*.wasm", async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto("/login");
  await login.phone.fill(REP.phone);
  await login.password.fill(REP.password);
  await expect(login.submit, "nothing can be sent that nobody would take").toBeDisabled();
  await login.password.press("Enter");
  await expect(page).toHaveURL(/\/login$/);
  arrive();
  await login.submit.click();
  await expect(page).toHaveURL(/\/today$/);
});

test("the first login without a network says why it cannot work", async ({ page, network }) => {
  const login = new Login(page);
  await page.goto("/login");
  await expect(login.submit).toBeEnabled();
  await network.cut();
  await login.logIn(REP);
  await expect(login.problem).toContainText("连不上服务器");
  await network.restore();
  await login.submit.click();
  await expect(page).toHaveURL(/\/today$/);
});
