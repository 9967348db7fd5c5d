// Accounts: a manager makes one, changes it, gives a new password, disables it and enables it again.
import { Accounts } from "../pages/accounts";
import { App } from "../pages/app";
import { Login } from "../pages/login";
import { Password } from "../pages/password";
import { MANAGER } from "../support/people";
import { expect, PHONE, TABLET, test } from "../support/test";

test.use(TABLET);

test("somebody new is added, logs in with the password that was said once, and is disabled when they leave", async ({
  page,
  openDevice,
  complaints,
}) => {
  test.slow(); // two devices
  complaints.allow(/status of 40[13]/, "the phone of who left is told so");
  const [name, number] = ["新来的", "13900000077"];
  const accounts = new Accounts(page);
  await new App(page).begin(MANAGER);
  await accounts.arrive();
  const password = await accounts.make(name, number);
  expect(password).toMatch(/^[a-z2-9]{10}$/);
  await accounts.open(name);
  await expect(accounts.account).toContainText(`用 ${number} 登录`);
  await expect(accounts.account).toContainText(`${MANAGER.name}建了账号`);

  const phone = await openDevice(PHONE);
  await phone.page.goto("/login");
  await new Login(phone.page).logIn({ name, phone: number, password });
  await new Password(phone.page).takeOwn(password, "自己的密码 77");
  await expect(new App(phone.page).tabs).toBeVisible({ timeout: 30_000 });

  await accounts.account.getByText("不干了？").click();
  await accounts.account.getByRole("button", { name: "停用这个账号" }).click();
  await expect(accounts.notice(`${name}的账号停用了`)).toBeVisible();
  await expect(accounts.account).toContainText("已停用");
  await accounts.account.getByRole("button", { name: "重新启用" }).click();
  await expect(accounts.notice(`${name}的账号又能用了`)).toBeVisible();
});

test("name and number are changed, a new password takes the place of the old one, and a number is one person's only", async ({
  page,
  complaints,
}) => {
  complaints.allow(/status of 409/, "the number is taken");
  const accounts = new Accounts(page);
  await new App(page).begin(MANAGER);
  await accounts.arrive();
  await accounts.make("改名前", "13900000078");
  await accounts.open("改名前");
  await accounts.account.getByRole("button", { name: "改姓名、手机号" }).click();
  await accounts.sheet.getByLabel("姓名").fill("改名后");
  await accounts.sheet.getByLabel("手机号（用来登录）").fill("123");
  await expect(accounts.sheet.getByText("手机号是 11 位数字")).toBeVisible();
  await expect(accounts.sheet.getByRole("button", { name: "改好了" })).toBeDisabled();
  await accounts.sheet.getByLabel("手机号（用来登录）").fill(MANAGER.phone);
  await accounts.sheet.getByRole("button", { name: "改好了" }).click();
  await expect(accounts.sheet.getByRole("alert")).toContainText("这个手机号已经有人用了");
  await accounts.sheet.getByLabel("手机号（用来登录）").fill("13900000079");
  await accounts.sheet.getByRole("button", { name: "改好了" }).click();
  await expect(accounts.detail.getByRole("heading", { level: 1 })).toHaveText("改名后");
  await expect(accounts.account).toContainText("用 13900000079 登录");
  await accounts.account.getByRole("button", { name: "给新密码" }).click();
  expect(await accounts.password("改名后")).toMatch(/^[a-z2-9]{10}$/);
  await expect(accounts.account).toContainText(`${MANAGER.name}给了新密码`);
});

test("accounts need a network and say so", async ({ page, network }) => {
  const accounts = new Accounts(page);
  await new App(page).begin(MANAGER);
  await accounts.arrive();
  await network.cut();
  await page.locator(".vlist .vrow").first().click();
  await expect(accounts.account).toContainText("账号在服务器上，联网后才能看、能改。");
  await network.restore();
  await accounts.account.getByRole("button", { name: "再试一次" }).click();
  await expect(accounts.account).toContainText("登录");
});
