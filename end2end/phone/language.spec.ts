import { App } from "../pages/app";
import { Login } from "../pages/login";
import { Me } from "../pages/me";
import { Today } from "../pages/today";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("the language changes at once, everywhere, and is remembered", async ({ page }) => {
  const html = page.locator("html");
  await new App(page).begin(REP);
  await new App(page).go("我");
  await expect(html).toHaveAttribute("lang", "zh-CN");

  await new Me(page).choose("语言", "English").click();
  await expect(html).toHaveAttribute("lang", "en");
  const tabs = page.getByRole("navigation", { name: "Main" });
  await tabs.getByRole("link", { name: /Today$/ }).click();
  await expect(new Today(page).heading).toHaveText(/to go$|^Nothing planned/);

  await page.reload();
  await expect(html).toHaveAttribute("lang", "en");
  await expect(tabs).toBeVisible();
  await tabs.getByRole("link", { name: /Me$/ }).click();
  await new Me(page).choose("Language", "中文").click();
  await expect(new App(page).tab("今天")).toBeVisible();
});

test("the login has the other language one tap away", async ({ page }) => {
  await page.goto("/login");
  await expect(new Login(page).submit).toBeEnabled();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
});

test("light, dark and sunlight are chosen by hand and remembered", async ({ page }) => {
  const html = page.locator("html");
  await new App(page).begin(REP);
  await new App(page).go("我");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await new Me(page).choose("外观", "深色").click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  expect(await ground()).not.toBe(light);
  await page.getByRole("switch", { name: /大太阳模式/ }).check();
  await expect(html).toHaveAttribute("data-sun", "on");

  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(html).toHaveAttribute("data-sun", "on");
});
