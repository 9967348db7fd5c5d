// 招商会: planned, its guests written down before it and ticked at it, and the leads that come of it.
import { App } from "../pages/app";
import { EventPage, Events } from "../pages/event";
import { Outbox } from "../pages/outbox";
import { AddPartner, PartnerFile, Partners } from "../pages/partner";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import { inDays, longDay } from "../support/promise";
import { expect, PHONE, TABLET, test } from "../support/test";

test("an event is planned, its guests are ticked and taken back, and one becomes a lead with nothing typed twice, offline", async ({
  page,
  network,
  office,
}) => {
  const [partners, events, event] = [new Partners(page), new Events(page), new EventPage(page)];
  const [add, file] = [new AddPartner(page), new PartnerFile(page)];
  await new App(page).begin(REP);
  await network.cut();
  await new App(page).go("门店");
  await partners.way.click();
  await events.way.click();
  await events.plan("滏口春季招商会", "滏东宾馆", inDays(5));
  const { id } = event;
  await expect(event.plan).toContainText(`${longDay(inDays(5))}·滏东宾馆`);
  await event.invite(["滏口老陈酒行 13977770001", "鼓山百顺副食 13977770002", "彭城和记批发"]);
  await expect(event.main).toContainText("来了 0 / 3");
  await expect(event.main).toContainText("办会的条件还没看过：有实力、有号召力、面积大");
  await event.find("有实力", "面积大");
  await expect(event.main).toContainText("办会的条件还没看过：有号召力");

  await event.came("滏口老陈酒行").click();
  await expect(event.came("滏口老陈酒行")).toHaveAttribute("aria-pressed", "true");
  await event.undo("滏口老陈酒行来了");
  await expect(event.came("滏口老陈酒行")).toHaveAttribute("aria-pressed", "false");
  await event.tick("滏口老陈酒行");
  await event.strike("彭城和记批发").click();
  await expect(event.guest("彭城和记批发")).toBeHidden();
  await event.undo("彭城和记批发从名单去掉了");
  await expect(event.guest("彭城和记批发")).toBeVisible();

  await event.makeLead("滏口老陈酒行").click();
  await expect(add.name).toHaveValue("滏口老陈酒行");
  await expect(add.phone).toHaveValue("13977770001");
  await add.save.click();
  await expect(file.name).toHaveText("滏口老陈酒行");
  await page.getByRole("main").getByRole("link", { name: /滏口春季招商会$/ }).click();
  await expect(event.heading).toHaveText("滏口春季招商会");
  await expect(event.lead("滏口老陈酒行", "线索")).toBeVisible();
  await expect(event.came("滏口老陈酒行"), "who has become a lead was there").toBeHidden();

  await network.restore();
  await new App(page).go("发件箱");
  await new Outbox(page).expectEverythingArrived();
  const held = await office.get("recruit_event", id);
  expect(held).toMatchObject({ name: "滏口春季招商会", place: "滏东宾馆", day: inDays(5), premises: ["strong", "wide"] });
  const [lead] = (await office.all("candidate")).filter((candidate) => candidate.name === "滏口老陈酒行");
  expect(lead?.source).toEqual({ event: id });
  expect(held?.guests).toEqual([
    { name: "滏口老陈酒行", phone: "13977770001", came: true, candidate: lead?.id },
    { name: "鼓山百顺副食", phone: "13977770002" },
    { name: "彭城和记批发" },
  ]);
});

test("two phones that tick one list without a network lose nobody's tick", async ({ page, network, office, openDevice }) => {
  test.slow(); // two phones
  const id = crypto.randomUUID();
  const [dealer] = await office.all("dealer");
  const guests = [{ name: "磁州甲记" }, { name: "磁州乙记" }];
  const hold = { do: "hold_event", event: id, region: dealer?.region, name: "两人记名", day: inDays(0), guests };
  expect(await office.push(hold)).toMatchObject({ outcome: "applied" });
  const second = await openDevice(PHONE);
  await Promise.all([new App(page).begin(REP), new App(second.page).begin(NEIGHBOUR)]);
  const [one, other] = [new EventPage(page), new EventPage(second.page)];
  await Promise.all([page.goto(EventPage.address(id)), second.page.goto(EventPage.address(id))]);
  await Promise.all([expect(one.came("磁州甲记")).toBeVisible(), expect(other.came("磁州乙记")).toBeVisible()]);
  await Promise.all([network.cut(), second.network.cut()]);
  await one.tick("磁州甲记");
  await other.tick("磁州乙记");
  await other.invite(["磁州丙记 13977770009"]);
  await Promise.all([network.restore(), second.network.restore()]);
  const list = async () => (await office.get("recruit_event", id))?.guests;
  await expect.poll(list, { timeout: 30_000 }).toEqual([
    { name: "磁州甲记", came: true },
    { name: "磁州乙记", came: true },
    { name: "磁州丙记", phone: "13977770009" },
  ]);
});

test("an event is moved and moved back with its guests as they were", async ({ page, office }) => {
  const [known] = await office.all("recruit_event");
  if (!known) throw new Error("there is no event");
  const event = new EventPage(page);
  await new App(page).begin(REP);
  await page.goto(EventPage.address(known.id));
  await event.move(inDays(9));
  await event.undo("已改");
  await expect(event.plan).toContainText(longDay(known.day));
  await event.move(inDays(11));
  const held = async () => office.get("recruit_event", known.id);
  await expect.poll(async () => (await held())?.day, { timeout: 30_000 }).toBe(inDays(11));
  expect((await held())?.guests).toEqual(known.guests);
});

test("an event is reached from the form, and a lead added there comes of it", async ({ page, office }) => {
  const [known] = await office.all("recruit_event");
  if (!known) throw new Error("there is no event");
  const [event, add] = [new EventPage(page), new AddPartner(page)];
  await new App(page).begin(REP);
  await page.goto("/partners/new");
  await add.by("招商会");
  await page.getByLabel("哪一场").selectOption({ label: known.name });
  await page.getByRole("link", { name: "看这一场请了谁" }).click();
  await expect(event.heading).toHaveText(known.name);
  await event.addLead.click();
  await expect(page.getByRole("radio", { name: "招商会" })).toBeChecked();
  await expect(page.getByLabel("哪一场")).toHaveValue(known.id);
});

test("a manager finds the event from the board, with what came of it", async ({ office, openDevice }) => {
  const [known] = await office.all("recruit_event");
  if (!known) throw new Error("there is no event");
  const [lead] = (await office.all("candidate")).filter(
    ({ source }) => typeof source === "object" && "event" in source && source.event === known.id,
  );
  if (!lead) throw new Error("nobody came of it");
  const tablet = await openDevice(TABLET);
  const [events, event] = [new Events(tablet.page), new EventPage(tablet.page)];
  await new App(tablet.page).begin(MANAGER);
  await new App(tablet.page).go("伙伴");
  await events.way.click();
  await events.row(known.name).click();
  await expect(event.heading).toHaveText(known.name);
  await expect(event.main.locator("section").last().getByRole("link").filter({ hasText: lead.name })).toBeVisible();
});
