// Work in the set-up that is not saved yet outlives a link, the keys, a reload, and is thrown away only by hand.
import { App } from "../pages/app";
import { nextMonday, Planning } from "../pages/planning";
import { Products } from "../pages/products";
import { Shops } from "../pages/setup";
import { Standards } from "../pages/standards";
import { Api } from "../support/api";
import { stopsOf } from "../support/day";
import { CENTRE, MANAGER, REP } from "../support/people";
import { today } from "../support/template";
import { expect, test } from "../support/test";

const MONDAY = nextMonday(today());
const UNSAVED = "还没存，只留在这台设备上";
const RESUMED = "接着上次没存的改";

test("routes that are half planned are there again after the keys, the back button and a reload, and only once saved are they gone", async ({
  page,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [stop] = await stopsOf(office, rep.user.id, MONDAY);
  if (!stop) throw new Error("nobody walks on Monday");
  const planning = new Planning(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await planning.open(REP.name);
  await planning.card(MONDAY, stop).click();
  await planning.takeOff.click();
  await expect(planning.card(MONDAY, stop)).toHaveCount(0);
  await expect(planning.unsaved).toContainText(UNSAVED);

  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).not.toHaveURL(/\/settings\/routes/);
  await page.goBack();
  await expect(planning.unsaved).toContainText(RESUMED);
  await expect(planning.card(MONDAY, stop)).toHaveCount(0);
  await page.reload();
  await expect(planning.unsaved).toContainText(RESUMED);
  await expect(planning.card(MONDAY, stop)).toHaveCount(0);
  await planning.save.click();
  await expect(planning.notice(`${REP.name}的路线排好了`)).toBeVisible();
  await page.reload();
  await expect(planning.save).toBeDisabled();
  await expect(planning.unsaved).toBeEmpty();
});

test("a new shop, a standard and a product that are half typed are gone on with, and thrown away by hand only", async ({ page, office }) => {
  const app = new App(page);
  const shops = new Shops(page);
  const unsaved = page.locator(".unsaved");
  await app.begin(MANAGER);
  await app.go("设置");
  await shops.arrive();
  await shops.begin();
  await shops.field("编号").fill("TYPED-1");
  await expect(unsaved).toContainText(UNSAVED);
  await page.reload();
  await expect(shops.field("编号")).toHaveValue("TYPED-1");
  await expect(unsaved).toContainText(RESUMED);
  await unsaved.getByRole("button", { name: "丢掉没存的" }).click();
  await expect(shops.field("编号")).toHaveValue("");
  await page.reload();
  await expect(shops.field("编号")).toHaveValue("");

  const [known] = await office.all("display_standard");
  if (!known) throw new Error("there is no standard");
  const standards = new Standards(page);
  await app.go("设置");
  await standards.open(known.name.zh);
  await standards.asks(1).fill("瓶身朝外，标签朝前");
  await expect(unsaved).toContainText(UNSAVED);
  await app.go("设置");
  await standards.open(known.name.zh);
  await expect(standards.asks(1)).toHaveValue("瓶身朝外，标签朝前");
  await unsaved.getByRole("button", { name: "丢掉没存的" }).click();
  await expect(standards.asks(1)).toHaveValue(known.points[0]?.words.zh ?? "");
  await expect(standards.publish).toBeDisabled();
});

test("a price that is typed and not saved waits for whoever typed it", async ({ page, office }) => {
  const [known] = (await office.all("product")).filter(({ listed }) => listed);
  if (!known) throw new Error("nothing is sold");
  const products = new Products(page);
  const unsaved = page.locator(".unsaved");
  await new App(page).begin(CENTRE);
  await new App(page).go("设置");
  await products.arrive();
  await products.open(known.name.zh);
  await products.field("一箱出厂价（元）").fill("67.5");
  await expect(unsaved).toContainText(UNSAVED);
  await page.reload();
  await expect(products.field("一箱出厂价（元）")).toHaveValue("67.5");
  await products.save.click();
  await expect(products.notice(`${known.name.zh}改好了`)).toBeVisible();
  await expect(unsaved).toBeEmpty();
  await page.reload();
  await expect(products.field("一箱出厂价（元）")).toHaveValue("67.5");
  await expect(unsaved).toBeEmpty();
});

test("a shop that is half changed is gone on with, and saved it leaves nothing behind", async ({ page, office }) => {
  const [known] = await office.all("outlet");
  if (!known) throw new Error("there is no shop");
  const shops = new Shops(page);
  const unsaved = page.locator(".unsaved");
  await new App(page).begin(MANAGER);
  await page.goto(`/settings/shops?shop=${known.id}`);
  await shops.field("店主").fill("贾东升");
  await expect(unsaved).toContainText(UNSAVED);
  await page.reload();
  await expect(shops.field("店主")).toHaveValue("贾东升");
  await expect(unsaved).toContainText(RESUMED);
  await unsaved.getByRole("button", { name: "丢掉没存的" }).click();
  await expect(shops.field("店主")).toHaveValue(known.owner);
  await shops.field("店主").fill("贾东方");
  await shops.save.click();
  await expect.poll(async () => (await office.get("outlet", known.id))?.owner, { timeout: 30_000 }).toBe("贾东方");
  await expect(unsaved).toBeEmpty();
  await page.reload();
  await expect(shops.field("店主")).toHaveValue("贾东方");
  await expect(unsaved).toBeEmpty();
});
