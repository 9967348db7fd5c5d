// A manager looks after the shops: what is known of one, and whose it is. Phones follow.
import { App } from "../pages/app";
import { Outlets } from "../pages/outlets";
import { People, Shops } from "../pages/setup";
import { Api } from "../support/api";
import { stopsOf } from "../support/day";
import { ELSEWHERE, MANAGER, REP } from "../support/people";
import { today } from "../support/template";
import { expect, PHONE, test } from "../support/test";

test("a shop that is moved leaves the one phone and comes to the other; what was done there stays, and undo brings it back", async ({
  page,
  openDevice,
  server,
  office,
}) => {
  test.slow(); // two devices
  const [rep, other] = [await Api.logIn(server.url, REP), await Api.logIn(server.url, ELSEWHERE)];
  const [shop] = await stopsOf(office, rep.user.id);
  if (!shop) throw new Error("the rep walks no route today");
  const routes = async () => (await office.all("journey_plan")).filter(({ stops }) => stops.includes(shop.id));
  const before = await routes();
  const done = (await rep.all("visit")).filter(({ outlet }) => outlet === shop.id).length;
  const posting = (await office.all("assignment")).find(({ user, window }) => user === other.user.id && !window.until);
  const target = (await office.all("territory")).find(({ id }) => id === posting?.territory);
  if (!target) throw new Error(`${ELSEWHERE.name} is posted nowhere`);
  const there = async () => (await office.get("outlet", shop.id))?.territory;

  const phone = await openDevice(PHONE);
  const [shops, list] = [new Shops(page), new Outlets(phone.page)];
  await Promise.all([new App(page).begin(MANAGER), new App(phone.page).begin(REP)]);
  await new App(phone.page).go("门店");
  await list.search.fill(shop.code);
  await expect(list.row(shop.name)).toBeVisible();

  await new App(page).go("设置");
  await shops.arrive();
  await shops.open(shop);
  await shops.relocate.click();
  await expect(shops.moveThere, "where to is said first").toBeDisabled();
  await shops.pickTerritory(target);
  for (const { name } of [REP, ELSEWHERE]) await expect(shops.meaning).toContainText(name);
  await expect(shops.meaning).toContainText(`离开路线${before[0]?.name}`);
  await expect(shops.meaning).toContainText("做过的拜访、照片和成绩都不变");
  await shops.moveThere.click();
  await shops.undo("1 家移到").click();
  await expect(shops.notice("1 家移回去了")).toBeVisible();
  // Both moves have arrived once it says from where it came last.
  await expect.poll(async () => (await office.get("outlet", shop.id))?.moved?.from, { timeout: 30_000 }).toBe(target.id);
  expect([await there(), (await routes()).map(({ stops }) => stops)]).toEqual([
    shop.territory,
    before.map(({ stops }) => stops),
  ]);
  await expect(list.row(shop.name)).toBeVisible();

  await shops.relocate.click();
  await shops.pickTerritory(target);
  await shops.moveThere.click();
  await expect.poll(there, { timeout: 30_000 }).not.toBe(shop.territory);
  await expect(list.row(shop.name), "it leaves the phone that it was on").toBeHidden({ timeout: 30_000 });
  expect((await other.all("outlet")).map(({ id }) => id), "and comes to the other").toContain(shop.id);
  expect((await rep.all("outlet")).map(({ id }) => id)).not.toContain(shop.id);
  expect((await rep.all("visit")).filter(({ outlet }) => outlet === shop.id)).toHaveLength(done);
  expect(await routes()).toEqual([]);
});

test("what is known of a shop is changed field by field, without a network, and several shops are moved together", async ({
  page,
  network,
  office,
}) => {
  const mine = (await office.all("outlet")).filter(({ open, partner }) => open && !partner);
  const [first, second] = mine;
  if (!first || !second) throw new Error("there are no shops");
  const shops = new Shops(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await shops.arrive();
  await network.cut();
  await shops.open(first);
  await expect(shops.save, "nothing to save yet").toBeDisabled();
  await shops.field("电话").fill("13900009999");
  await shops.save.click();
  await expect(shops.undo(`${first.name}的资料改了`)).toBeVisible();
  await shops.detail.getByRole("button", { name: "关店" }).click();
  await expect(shops.notice(`${first.name}关店了`)).toBeVisible();
  await expect(shops.detail).toContainText("这家店关了");
  await network.restore();
  await expect
    .poll(async () => {
      const known = await office.get("outlet", first.id);
      return [known?.open, (known as { phone?: string } | undefined)?.phone, known?.address];
    })
    .toEqual([false, "13900009999", first.address]);

  for (const shop of [first, second]) await shops.tick(shop);
  await expect(page.getByRole("region", { name: "勾选的店" })).toContainText("勾了 2 家");
  await page.getByRole("button", { name: "移到…" }).click();
  const home = new Set([first.territory, second.territory]);
  const away = (await office.all("territory")).find(({ id }) => !home.has(id));
  if (!away) throw new Error("there is no other territory");
  await shops.pickTerritory(away);
  await shops.moveThere.click();
  await expect(shops.notice("2 家移到")).toBeVisible();
  await expect
    .poll(async () => [(await office.get("outlet", first.id))?.territory, (await office.get("outlet", second.id))?.territory])
    .toEqual([away.id, away.id]);
});

test("what a phone will hold is said before somebody is posted, and then it holds that; their day is that of their phone", async ({
  page,
  server,
  office,
}) => {
  const [rep, other] = [await Api.logIn(server.url, REP), await Api.logIn(server.url, ELSEWHERE)];
  const people = new People(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await people.open(ELSEWHERE.name);
  const stops = await stopsOf(office, other.user.id);
  for (const { name } of stops) await expect(people.detail.getByRole("listitem").filter({ hasText: name }).first()).toBeVisible();

  const posting = (await office.all("assignment")).find(({ user, window }) => user === rep.user.id && !window.until);
  const target = (await office.all("territory")).find(({ id }) => id === posting?.territory);
  await people.post.click();
  await people.sheet.getByRole("radio", { name: target?.name.zh, exact: true }).check({ force: true });
  await people.firstDay.fill(today());
  const [now, then] = await people.holds("门店");
  expect(now).toBe((await other.all("outlet")).length);
  expect(then).toBeGreaterThan(now);
  await people.postThere.click();
  await expect(people.notice(`${ELSEWHERE.name}派好了`)).toBeVisible();
  await expect.poll(async () => (await other.all("outlet")).length, { timeout: 30_000 }).toBe(then);
});

test("a shop that is not known yet is added where it stands, and comes to the phone of whoever walks there", async ({
  page,
  context,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [known] = (await rep.all("outlet")).filter(({ partner }) => !partner);
  const place = (await office.all("territory")).find(({ id }) => id === known?.territory);
  if (!known || !place) throw new Error("the rep has no shops");
  const shops = new Shops(page);
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 36.61234, longitude: 114.49012, accuracy: 9 });
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await shops.arrive();
  await shops.begin();
  const add = shops.detail.getByRole("button", { name: "加上" });
  await expect(add).toBeDisabled();
  await shops.field("编号").fill(known.code);
  await expect(shops.detail).toContainText("已经有店用了");
  await shops.field("编号").fill("HD9999");
  await shops.field("店名").fill("新华超市");
  await shops.field("区域").selectOption({ label: place.name.zh });
  await shops.field("位置（纬度, 经度）").fill("114");
  await expect(shops.detail).toContainText("照地图上的写");
  await shops.detail.getByRole("button", { name: "用我现在的位置" }).click();
  await expect(shops.field("位置（纬度, 经度）")).toHaveValue("36.612340, 114.490120");
  await add.click();
  await expect(shops.notice("新华超市加上了")).toBeVisible();
  await expect(shops.detail.getByRole("heading", { level: 1 })).toContainText("新华超市");
  await expect
    .poll(async () => (await rep.all("outlet")).find(({ code }) => code === "HD9999")?.name, { timeout: 30_000 })
    .toBe("新华超市");
});
