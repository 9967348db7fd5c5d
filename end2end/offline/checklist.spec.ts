import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

// Long enough ago that every shop of a route has been visited.
test.use({ seed: { outlets: 120, days: 20 } });

test("a share is worked out from two answers, and what does not fit is said, stops nobody and stays with the visit", async ({
  page,
  network,
  office,
}) => {
  const visit = new Visit(page);
  const known = await office.all("visit");
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const [ours, all, share] = ["facings", "all_facings", "share"].map((key) => visit.question(itemOf(list, key)));
  if (!ours || !all || !share) throw new Error("the checklist has other questions");
  const misfit = page.getByText("本品排面比全部还多");

  await expect(share.region).toContainText("前面填完就有");
  await ours.answer();
  const more = all.region.getByRole("button", { name: "加一" });
  for (let n = 0; n <= 6; n++) await more.click();
  await expect(share.region).toContainText("50%");
  await expect(misfit).toBeHidden();
  for (let n = 0; n < 4; n++) await all.region.getByRole("button", { name: "减一" }).click();
  await expect(share.region).toContainText("150%");
  await expect(misfit).toBeVisible();

  await visit.answerWhatMustBe(list);
  await visit.goToCheckOut();
  await expect(page.getByRole("heading", { name: "有对不上的，再看一眼" })).toBeVisible();
  await expect(misfit).toBeVisible();
  const lost = page.getByRole("link", { name: /^视平层放了几个排面？/ });
  await expect(lost, "where the points went leads to its question").toHaveAttribute("href", `/visits/${id}?step=0`);
  await visit.checkOut.click();
  await expect(page).toHaveURL(/\/today$/);

  await network.restore();
  await expect.poll(async () => (await visitsBeside(office, known))[0]?.check_out).toBeTruthy();
  expect((await visitsBeside(office, known))[0]).toMatchObject({ odd: ["facings_fit"] });
});

test("last time's answer is one tap away, and the manager sees what was looked at and what was not", async ({
  page,
  office,
  openDevice,
}) => {
  const visit = new Visit(page);
  await new App(page).begin(REP);
  const { list, id, outlet } = await arriveAtNextShop(page, office);
  const before = (await office.all("visit")).filter((other) => other.outlet === outlet.id && other.check_out);
  const last = before.sort((a, b) => b.check_in.at - a.check_in.at)[0];
  if (!last) throw new Error("nobody has been at this shop");

  const poster = visit.question(itemOf(list, "poster"));
  await visit.untilSaved(() => poster.region.getByRole("button", { name: /还是这样$/ }).click());
  await expect(poster.region).toContainText("看过，和上次一样");
  await expect.poll(async () => (await office.get("visit", id))?.answers.poster).toMatchObject({
    value: last.answers.poster?.value,
    confirmed: true,
  });

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  const row = (name: string) => tablet.page.getByRole("row").filter({ hasText: name });
  await expect(row("店头有本季海报？")).toContainText("看过，和上次一样");
  await expect(row("视平层放了几个排面？")).toContainText("没看，上次是");

  const other = last.answers.poster?.value;
  const words = (other as { yes_no?: boolean } | undefined)?.yes_no ? "没有" : "有";
  await visit.untilSaved(() => poster.choice(words).click());
  await expect(poster.region, "what was entered is not what was confirmed").not.toContainText("看过，和上次一样");
});
