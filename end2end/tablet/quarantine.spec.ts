// What the server may not simply apply lies on a shelf, and the manager decides: accept it, or send it back with a reason.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Quarantine } from "../pages/office";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import type { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, test, type Device } from "../support/test";

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** The rep visits a shop without a network, and meanwhile the area has gone to somebody else. */
async function visitInALostArea({ page, network }: Device, office: Api): Promise<{ shop: string; question: string }> {
  const visit = new Visit(page);
  await new App(page).begin(REP);
  await network.cut();
  const { outlet, list } = await arriveAtNextShop(page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  const rep = (await office.all("user")).find(({ name }) => name === REP.name);
  const posting = (await office.all("assignment")).find(({ user }) => user === rep?.id);
  const ended = await office.push({ do: "end_assignment", assignment: posting?.id, until: daysAgo(10) });
  expect(ended).toMatchObject({ outcome: "applied" });
  await network.restore();
  return { shop: outlet.name, question: itemOf(list, "poster").title.zh };
}

test("a visit made in a lost area is accepted whole, counts as its author's, and their phone hears of it", async ({
  page,
  openDevice,
  office,
}) => {
  test.slow(); // two devices
  const known = await office.all("visit");
  const phone = await openDevice(PHONE);
  const [shelf, outbox] = [new Quarantine(page), new Outbox(phone.page)];
  await new App(page).begin(MANAGER);
  const { shop, question } = await visitInALostArea(phone, office);
  await new App(phone.page).go("发件箱");
  await expect(outbox.card(/签到被退回$/)).toContainText("这个区域已经不归你了");

  await expect(shelf.way).toBeVisible({ timeout: 30_000 });
  await shelf.way.click();
  await expect(shelf.heading).toHaveText(/^[1-9]\d* 件等你定$/);
  await shelf.open(shop);
  await expect(shelf.detail).toContainText(`做这件事的时候，这个区域已经不归${REP.name}了。`);
  const answer = shelf.detail.getByRole("listitem").filter({ hasText: question });
  await expect(answer.locator(".w"), "what was answered can be read before it is decided").toHaveText(/^(有|没有)$/);
  expect(await visitsBeside(office, known), "nothing of it is done before").toEqual([]);
  await shelf.accept.click();
  await expect(shelf.notice(`收下了，算${REP.name}的。`)).toBeVisible();

  // Each of the commands is accepted for itself, the check-in first.
  await expect
    .poll(async () => (await visitsBeside(office, known)).map((visit) => Boolean(visit.check_out)), {
      message: "what builds on the check-in goes with it",
      timeout: 30_000,
    })
    .toEqual([true]);
  const [done] = await visitsBeside(office, known);
  expect(done?.rep_name).toBe(REP.name);
  await expect(outbox.card(/签到被退回$/)).toBeHidden({ timeout: 30_000 });
  await outbox.expectEverythingArrived();
});

test("what goes back carries the manager's reason to the phone, and may still be accepted", async ({
  page,
  openDevice,
  office,
}) => {
  test.slow(); // two devices
  const known = await office.all("visit");
  const phone = await openDevice(PHONE);
  const [shelf, outbox] = [new Quarantine(page), new Outbox(phone.page)];
  await new App(page).begin(MANAGER);
  const { shop } = await visitInALostArea(phone, office);
  await expect(shelf.way).toBeVisible({ timeout: 30_000 });
  await shelf.way.click();
  await shelf.open(shop);
  await expect(shelf.giveBack, "a reason first").toBeDisabled();
  await shelf.because.fill("这家店已经归赵敏了");
  await shelf.giveBack.click();
  await expect(shelf.notice(`已退给${REP.name}，附上你的原因。`)).toBeVisible();

  await new App(phone.page).go("发件箱");
  const card = outbox.card(/签到被退回$/);
  await expect(card).toContainText(`${MANAGER.name}看过，没有收：这家店已经归赵敏了。`, { timeout: 30_000 });
  await expect(card).toContainText("你填的都还在。");
  expect(await visitsBeside(office, known)).toEqual([]);

  await page.goto("/quarantine");
  await shelf.open(shop);
  await expect(shelf.detail).toContainText("退回的原因：这家店已经归赵敏了");
  await shelf.accept.click();
  await expect.poll(async () => (await visitsBeside(office, known)).length, { timeout: 30_000 }).toBe(1);
  await expect(card).toBeHidden({ timeout: 30_000 });
});

test("the shelf is decided about without a network, and is the manager's alone", async ({ page, network, openDevice, office }) => {
  test.slow(); // two devices
  const known = await office.all("visit");
  const phone = await openDevice(PHONE);
  const shelf = new Quarantine(page);
  await new App(page).begin(MANAGER);
  const { shop } = await visitInALostArea(phone, office);
  await expect(shelf.way).toBeVisible({ timeout: 30_000 });
  await network.cut();
  await shelf.way.click();
  await shelf.open(shop);
  await shelf.accept.click();
  await expect(shelf.notice(`收下了，算${REP.name}的。`)).toBeVisible();
  await network.restore();
  await expect.poll(async () => (await visitsBeside(office, known)).length, { timeout: 30_000 }).toBe(1);

  await phone.page.goto("/quarantine");
  await expect(phone.page).toHaveURL(/\/outbox$/);
});
