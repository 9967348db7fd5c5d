import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Outlets } from "../pages/outlets";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("a shop is found by its name, its pinyin initials and its code, with or without a network", async ({
  page,
  server,
  network,
}) => {
  const shops = (await (await Api.logIn(server.url, REP)).all("outlet")).filter((outlet) => outlet.open);
  const shop = shops[Math.floor(shops.length / 2)];
  if (!shop) throw new Error("no shops");
  const outlets = new Outlets(page);
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("门店");

  for (const words of [shop.name, shop.initials, shop.initials.toUpperCase(), shop.code, shop.name.slice(1, 3)]) {
    await outlets.search.fill(words);
    await expect(outlets.heading).toHaveText(/^找到 \d+ 家$/);
    await expect(outlets.row(shop.name).first(), `found by ${words}`).toBeVisible();
  }
  await outlets.search.fill("没有这样的店");
  await expect(page.getByText("没有叫“没有这样的店”的店")).toBeVisible();

  await page.getByRole("button", { name: "清空" }).click();
  await expect(outlets.heading).toHaveText(`你有 ${shops.length} 家店`);
  const classA = shops.filter((outlet) => outlet.class === "A").length;
  await outlets.classChip("A 类").click();
  await expect(outlets.heading).toHaveText(`找到 ${classA} 家`);

  await outlets.classChip("全部").click();
  await outlets.search.fill(shop.code);
  await outlets.row(shop.name).click();
  await expect(new Brief(page).shop).toHaveText(shop.name);
});
