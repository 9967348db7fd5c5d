import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { CompanionSheet, SignSheet } from "../pages/beside";
import { Visit } from "../pages/visit";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test("who came along is noted when leaving, and a manager who was there adds an entry of their own", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  const [visit, together] = [new Visit(page), new CompanionSheet(page)];
  await new App(page).begin(REP);
  const { id } = await arriveAtNextShop(page, office);
  await network.cut();
  await visit.goToCheckOut();
  await together.row.click();
  await together.name.fill("周培训");
  await expect(together.save, "as what is asked for").toBeDisabled();
  await together.role("培训师").check();
  await together.feedback.fill("先讲利润，再讲陈列");
  await together.save.click();
  await expect(together.row).toContainText("周培训，培训师");

  await together.row.click();
  await expect(together.name, "it can be changed until the rep leaves").toHaveValue("周培训");
  await together.drop.click();
  await expect(together.row).not.toContainText("周培训");
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(together.row).toContainText("周培训，培训师");

  await network.restore();
  const companions = async () => (await office.get("visit", id))?.companions ?? [];
  await expect.poll(async () => (await companions()).map(({ name }) => name)).toEqual(["周培训"]);
  expect((await companions())[0]).toMatchObject({ role: "trainer", feedback: "先讲利润，再讲陈列" });

  const tablet = await openDevice(TABLET);
  const own = new CompanionSheet(tablet.page);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(tablet.page.getByRole("main")).toContainText("周培训，培训师");
  await tablet.page.getByRole("button", { name: "我同行了，写一笔" }).click();
  await expect(own.name, "nobody types their own name").toHaveValue(MANAGER.name);
  await own.role("评价者").check();
  await own.save.click();
  await expect(tablet.page.getByRole("main")).toContainText(`${MANAGER.name}，评价者`);
  await expect.poll(async () => (await companions()).map(({ role }) => role).sort()).toEqual(["evaluator", "trainer"]);
});

test("the shop signs what was found, and an answer that changes afterwards takes the signature away", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  const [visit, shop] = [new Visit(page), new SignSheet(page)];
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  await visit.answerWhatMustBe(list);
  await visit.goToCheckOut();
  await shop.row.click();
  await expect(shop.sheet).toContainText(/这次 \d+ 分，/);
  await expect(shop.sheet.getByRole("heading", { name: "点过的库存" })).toBeVisible();
  await expect(shop.sheet).toContainText("拍了 4 张照片");
  await expect(shop.sheet).toContainText("这次没有留任务");
  await expect(shop.name, "the owner's name is there").not.toHaveValue("");
  await expect(shop.save, "a name is no signature").toBeDisabled();
  await shop.name.fill("刘秀芬");
  await shop.sign();
  await expect(shop.signed).toContainText("刘秀芬");

  const poster = itemOf(list, "poster");
  await page.getByRole("link", { name: "返回" }).click();
  await visit.question(poster).folded.click();
  await visit.untilSaved(() => visit.question(poster).choice("没有").click());
  await visit.goToCheckOut();
  await expect(shop.row).toContainText("改过了，要重签");
  await shop.row.click();
  await shop.name.fill("刘秀芬");
  const strokes = await shop.sign();
  await expect(shop.signed).toBeVisible();
  await visit.checkOut.click();
  await expect(page).toHaveURL(/\/today$/);

  await network.restore();
  await expect.poll(async () => (await office.get("visit", id))?.check_out).toBeTruthy();
  expect((await office.get("visit", id))?.confirmed).toMatchObject({
    name: "刘秀芬",
    signature: expect.stringMatching(strokes),
  });

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(tablet.page.getByRole("heading", { name: /^刘秀芬签过字，\d+:\d\d$/ })).toBeVisible();
  await expect(tablet.page.getByRole("img", { name: "刘秀芬的签字" })).toBeVisible();
});
