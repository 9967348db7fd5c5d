import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Outlets } from "../pages/outlets";
import { Api } from "../support/api";
import { standAt } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf } from "../support/shops";

test("a shop is found by its name, its pinyin initials, its code and its address, with or without a network", async ({
  page,
  server,
  network,
}) => {
  const shops = await shopsOf(await Api.logIn(server.url, REP));
  const shop = shops[Math.floor(shops.length / 2)];
  if (!shop) throw new Error("no shops");
  const outlets = new Outlets(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("门店");

  const { name, initials, code, address } = shop;
  for (const words of [name, initials, initials.toUpperCase(), code, name.slice(1, 3), `${address} ${code}`]) {
    await outlets.search.fill(words);
    await expect(outlets.heading).toHaveText(/^找到 \d+ 家$/);
    await outlets.search.fill(`${words} ${code}`);
    await expect(outlets.row(name), `found by ${words}`).toHaveCount(1);
  }
  await outlets.search.fill("没有这样的店");
  await expect(page.getByText("没有叫“没有这样的店”的店")).toBeVisible();

  await page.getByRole("button", { name: "清空" }).click();
  await expect(outlets.heading).toHaveText(`你有 ${shops.length} 家店`);
  const classA = shops.filter((outlet) => outlet.class === "A").length;
  await outlets.chip("A 类").click();
  await expect(outlets.heading).toHaveText(`找到 ${classA} 家`);

  await outlets.chip("全部").click();
  await outlets.search.fill(code);
  await outlets.row(name).click();
  await expect(new Brief(page).shop).toHaveText(name);
});

test("what is near is measured when it is asked for, and comes nearest first", async ({ page, server }) => {
  const shops = await shopsOf(await Api.logIn(server.url, REP));
  const shop = shops[Math.floor(shops.length / 3)];
  if (!shop) throw new Error("no shops");
  await standAt(page.context(), shop);
  const outlets = new Outlets(page);
  await new App(page).begin(REP);
  await new App(page).go("门店");
  await expect(outlets.heading).toHaveText(`你有 ${shops.length} 家店`);

  await outlets.chip("附近").click();
  await expect(outlets.heading).toHaveText(/^1\.0 公里内有 \d+ 家$/);
  await expect(outlets.rows.first()).toContainText(shop.name);
  await expect(outlets.rows.first()).toContainText("0 米");
});

test.describe("with a thousand shops", () => {
  test.use({ seed: { outlets: 2_000, days: 0 } });

  test("only those in sight are in the page, the bar tells how many there are, and coming back finds the place", async ({
    page,
  }) => {
    const outlets = new Outlets(page);
    await new App(page).begin(REP);
    await new App(page).go("门店");
    await expect(outlets.heading).toHaveText(/^你有 \d{3,} 家店$/);
    const count = Number(/\d+/.exec((await outlets.heading.textContent()) ?? "")?.[0]);
    expect(count, "shops").toBeGreaterThan(500);
    await expect(outlets.items.first()).toHaveAttribute("aria-posinset", "1");
    await expect(outlets.items.first()).toHaveAttribute("aria-setsize", `${count}`);
    expect(await outlets.rows.count(), "rows in the page").toBeLessThan(60);
    const height = await outlets.items.first().evaluate((item) => item.getBoundingClientRect().height);
    const whole = await outlets.main.evaluate((main) => main.scrollHeight);
    expect(Math.abs(whole - count * height), "the bar is as long as all rows").toBeLessThan(100);

    await outlets.main.evaluate((main) => (main.scrollTop = main.scrollHeight / 2));
    await expect.poll(() => outlets.rowInTheMiddle()).toMatch(/^\/outlets\//);
    expect(await outlets.rows.count(), "rows in the page").toBeLessThan(60);
    const href = (await outlets.rowInTheMiddle()) ?? "";
    const row = page.locator(`a[href="${href}"]`);
    await row.click();
    await expect(page).toHaveURL(new RegExp(`${href}$`));
    await page.goBack();
    await expect(row).toBeInViewport();

    await outlets.main.evaluate((main) => (main.scrollTop = main.scrollHeight));
    await expect(outlets.items.last()).toHaveAttribute("aria-posinset", `${count}`);
    await outlets.search.fill("丛台");
    await expect(outlets.items.first(), "another search begins at the top").toHaveAttribute("aria-posinset", "1");
    await expect(outlets.items.first()).toBeInViewport();
  });

  test("the keyboard goes on through rows that are not there yet", async ({ page }) => {
    const outlets = new Outlets(page);
    await new App(page).begin(REP);
    await new App(page).go("门店");
    await outlets.rows.first().focus();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      await expect(page.locator("a.outlet:focus")).toBeInViewport();
    }
    const place = page.getByRole("listitem").filter({ has: page.locator("a.outlet:focus") });
    await expect(place).toHaveAttribute("aria-posinset", "41");
  });
});
