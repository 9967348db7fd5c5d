// From a name on the street to a request for the manager, without a network.
import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Outbox } from "../pages/outbox";
import { AddPartner, Board, PartnerFile, Partners } from "../pages/partner";
import { Visit } from "../pages/visit";
import { inDays } from "../support/promise";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test("on the street a name and the front are enough, without a network, and it arrives once with its photo", async ({
  page,
  network,
  office,
}) => {
  const [partners, add, file] = [new Partners(page), new AddPartner(page), new PartnerFile(page)];
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("门店");
  await partners.way.click();
  await partners.add.click();
  await add.photographFront();
  await expect(add.position).toBeVisible();
  await add.name.fill("鸿运达商贸（滏河大街）");
  await add.save.click();
  if (await add.same.isVisible()) await add.anyway.click();
  await expect(file.name).toHaveText("鸿运达商贸（滏河大街）");
  await file.plan("带经理去谈一次", inDays(3));
  await expect(file.next).toContainText("带经理去谈一次");
  await network.restore();
  await new App(page).go("发件箱");
  await new Outbox(page).expectEverythingArrived();
  const there = (await office.all("candidate")).filter((candidate) => candidate.name.startsWith("鸿运达"));
  expect(there).toHaveLength(1);
  expect(there[0]?.next?.words).toBe("带经理去谈一次");
  const photo = await office.get("photo", there[0]?.shopfront ?? "");
  expect(photo?.received_at, "its bytes are there too").toBeTruthy();
});

test("who may be the same is said before anything is saved, and is one tap away", async ({ page, office }) => {
  const add = new AddPartner(page);
  const [known] = (await office.all("candidate")).filter((candidate) => candidate.phone);
  if (!known?.phone) throw new Error("nobody with a phone number");
  await new App(page).begin(REP);
  const before = await office.all("candidate");
  await page.goto("/partners/new");
  await add.name.fill("完全另一个名字");
  await add.phone.fill(`${known.phone.slice(0, 3)} ${known.phone.slice(3, 7)}-${known.phone.slice(7)}`);
  await add.save.click();
  const row = add.same.getByRole("link").filter({ hasText: known.name });
  await expect(row).toContainText("电话相同");
  await row.click();
  await expect(new PartnerFile(page).name).toHaveText(known.name);
  expect(await office.all("candidate"), "nothing was added").toHaveLength(before.length);
  await page.goBack();
  await expect(add.name, "what was entered is there on the way back").toHaveValue("完全另一个名字");
});

test("a dealer's customers are pasted, dropped or kept, and added at once", async ({ page, office }) => {
  const add = new AddPartner(page);
  await new App(page).begin(REP);
  await page.goto("/partners/new");
  await add.by("整合");
  await add.customers.fill("宏泰酒水 13912340001\n不合适的小店 13912340002\n聚源副食，13912340003");
  await add.keep("不合适的小店").click();
  await expect(add.save).toHaveText("加 2 家");
  await add.save.click();
  await expect(new Partners(page).row("宏泰酒水")).toBeVisible();
  await expect.poll(async () => (await office.all("candidate")).filter(({ phone }) => phone?.startsWith("1391234")).length).toBe(2);
});

test("a candidate is inspected and interviewed without a network, what others say is noted, and the manager sees how far it is", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  test.slow(); // two devices, three visits
  const [add, file, brief, visit] = [new AddPartner(page), new PartnerFile(page), new Brief(page), new Visit(page)];
  const lists = await office.all("checklist");
  const inspection = lists.find((list) => list.purpose === "inspection");
  const interview = lists.find((list) => list.purpose === "interview");
  if (!inspection || !interview) throw new Error("no checklists for partners");
  await new App(page).begin(REP);
  await network.cut();
  await page.goto("/partners/new");
  await expect(add.position).toBeVisible();
  await add.name.fill("福瑞德酒业");
  await add.save.click();
  if (await add.same.isVisible()) await add.anyway.click();
  await file.act("已接触过").click();
  await file.act("开始考察").click();
  await brief.arrive();
  await visit.answerEverything(inspection);
  await visit.leave();
  await page.goto("/partners");
  await new Partners(page).row("福瑞德酒业").click();
  await expect(file.reasons.filter({ hasText: "人访谈" })).toBeVisible();
  await file.act("做访谈").click();
  await brief.arrive();
  await visit.answerEverything(interview);
  await visit.leave();
  await page.goto("/partners");
  await new Partners(page).row("福瑞德酒业").click();
  await expect(file.dock, "one person's opinion is none yet").toContainText("还差另一位同事访谈");
  await expect(file.reasons.filter({ hasText: "经营意识低于底线" }), "and knocks nobody out").toHaveCount(0);
  await file.claim("年经营额", "800", "同行", "老王");
  await file.claim("年经营额", "850", "下属门店", "街口小卖部");
  await network.restore();
  await new App(page).go("发件箱");
  await new Outbox(page).expectEverythingArrived();
  const [there] = (await office.all("candidate")).filter((candidate) => candidate.name === "福瑞德酒业");
  expect(there?.stage).toBe("inspecting");

  const tablet = await openDevice(TABLET);
  const board = new Board(tablet.page);
  await new App(tablet.page).begin(MANAGER);
  await new App(tablet.page).go("伙伴");
  await board.look("看板");
  await expect(board.column("考察中").getByText("福瑞德酒业")).toBeVisible();
});
