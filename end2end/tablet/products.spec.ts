// The marketing centre looks after the products; a region reads them.
import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { Products } from "../pages/products";
import { Api } from "../support/api";
import { CENTRE, MANAGER, REP } from "../support/people";
import { expect, test } from "../support/test";

test("a product has another price, is ended and comes to every phone; a new one is added under a code of its own", async ({ page, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const [known] = (await office.all("product")).filter(({ listed }) => listed);
  if (!known) throw new Error("nothing is sold");
  const products = new Products(page);
  await new App(page).begin(CENTRE);
  await new App(page).go("设置");
  await products.arrive();
  await products.open(known.name.zh);
  await expect(products.save, "nothing to save yet").toBeDisabled();
  await products.field("一箱出厂价（元）").fill("1.234");
  await expect(products.detail).toContainText("最多两位小数");
  await expect(products.save).toBeDisabled();
  await products.field("一箱出厂价（元）").fill("66.5");
  await products.save.click();
  await expect(products.notice(`${known.name.zh}改好了`)).toBeVisible();
  await products.detail.getByRole("button", { name: "停售" }).click();
  await expect(products.detail).toContainText("停售了");
  const there = async () => {
    const now = await rep.get("product", known.id);
    return [now?.case_price, now?.listed, now?.barcode];
  };
  await expect.poll(there, { timeout: 30_000 }).toEqual([6_650, false, known.barcode]);

  await products.add.click();
  await products.field("编码").fill(known.code);
  await expect(products.detail).toContainText("已经有产品用了");
  await products.field("编码").fill("NEW330");
  await products.field("名称").fill("气泡水 330 毫升");
  await products.field("净含量（毫升）").fill("330");
  await products.field("每箱几件").fill("24");
  await products.field("一箱出厂价（元）").fill("60");
  await products.field("一件建议零售价（元）").fill("3.5");
  await expect(products.detail).toContainText("价差占 29%");
  await products.save.click();
  await expect(products.notice("气泡水 330 毫升加上了")).toBeVisible();
  await expect
    .poll(async () => (await rep.all("product")).find(({ code }) => code === "NEW330")?.retail_price, { timeout: 30_000 })
    .toBe(350);
});

test("a region reads what is sold and changes nothing of it, neither on the screen nor past it", async ({ page, server }) => {
  const manager = await Api.logIn(server.url, MANAGER);
  const [known] = (await manager.all("product")).filter(({ listed }) => listed);
  if (!known) throw new Error("nothing is sold");
  const products = new Products(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await products.arrive();
  await expect(products.add).toHaveCount(0);
  await products.open(known.name.zh);
  await expect(products.detail).toContainText("由营销中心改");
  await expect(products.detail.getByRole("textbox")).toHaveCount(0);
  const outcome = await manager.push({ do: "change_product", product: known.id, listed: false });
  expect(outcome).toMatchObject({ outcome: "refused", reason: { why: "not_your_role" } });
});

test("a code that somebody took meanwhile comes back, and what was typed goes out under another one", async ({ page, server, network }) => {
  const centre = await Api.logIn(server.url, CENTRE);
  const [known] = await centre.all("product");
  if (!known) throw new Error("nothing is sold");
  const products = new Products(page);
  await new App(page).begin(CENTRE);
  await new App(page).go("设置");
  await products.arrive();
  await network.cut();
  await products.add.click();
  await products.field("编码").fill("NEW331");
  await products.field("名称").fill("气泡水 331 毫升");
  await products.field("净含量（毫升）").fill("331");
  await products.field("每箱几件").fill("12");
  await products.field("一箱出厂价（元）").fill("48");
  await products.field("一件建议零售价（元）").fill("5");
  await products.save.click();
  await expect(products.notice("气泡水 331 毫升加上了")).toBeVisible();
  const theirs = { ...known, id: crypto.randomUUID(), code: "NEW331", name: { zh: "别人的产品", en: "" } };
  expect(await centre.push({ do: "add_product", product: theirs })).toMatchObject({ outcome: "applied" });

  await network.restore();
  await page.goto("/outbox");
  const card = new Outbox(page).card(/产品被退回$/);
  await expect(card).toContainText("NEW331");
  await card.getByRole("link", { name: "换个编号" }).click();
  await expect(products.field("编码")).toHaveValue("NEW331");
  await expect(products.field("名称"), "nothing is typed twice").toHaveValue("气泡水 331 毫升");
  await expect(products.field("一箱出厂价（元）")).toHaveValue(/^48/);
  await products.detail.getByRole("button", { name: "用 NEW332" }).click();
  await products.save.click();
  await expect(products.notice("气泡水 331 毫升加上了")).toBeVisible();
  const named = async () => (await centre.all("product")).filter(({ code }) => /^NEW33[12]$/.test(code)).map(({ code, name }) => [code, name.zh]);
  await expect
    .poll(async () => (await named()).sort(), { timeout: 30_000 })
    .toEqual([
      ["NEW331", "别人的产品"],
      ["NEW332", "气泡水 331 毫升"],
    ]);
  await page.goto("/outbox");
  await expect(new Outbox(page).heading).toBeVisible();
  await expect(card, "what was mended waits for nobody").toBeHidden();
});
