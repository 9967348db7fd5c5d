// The rep's day without a network: leaving out, another order, what is overdue, days off and standing in.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { Outlets } from "../pages/outlets";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import { owedOffRoute, shopNamed, standAt, stopsOf } from "../support/day";
import { ELSEWHERE, REP } from "../support/people";
import { today as date } from "../support/template";
import { expect, PHONE, test } from "../support/test";
import { shopsOf } from "../support/shops";

const DAY = 24 * 60 * 60 * 1000;

/** Logs the rep in and waits until the whole day is on the phone; gives how many stops it has. */
async function begin(page: Page, office: Api): Promise<number> {
  const rep = (await office.all("user")).find(({ name }) => name === REP.name)?.id ?? "";
  const stops = (await stopsOf(office, rep)).length + (await owedOffRoute(office, rep)).length;
  await new App(page).begin(REP);
  await expect(new Today(page).heading).toHaveText(`还有 ${stops} 家要走`);
  return stops;
}

test("a stop that is left out is not counted as walked, says why, and comes back with one tap", async ({
  page,
  network,
  office,
}) => {
  const known = new Set((await office.all("skip")).map(({ id }) => id));
  const mine = async () => (await office.all("skip")).filter(({ id }) => !known.has(id));
  const day = new Today(page);
  const stops = await begin(page, office);
  await network.cut();
  const shop = (await day.listed())[0] ?? "";

  await day.ask(shop);
  await expect(day.skip, "a reason is needed").toBeDisabled();
  await day.reason("关着门").check();
  await day.skip.click();
  await expect(day.sheet).toBeHidden();
  await expect(day.heading).toHaveText(`还有 ${stops - 1} 家要走`);
  await expect(day.ring).toHaveAccessibleName(`今天 ${stops} 家，已走 0 家，跳过 1 家`);
  await day.undo.click();
  await expect(day.ring).toHaveAccessibleName(`今天 ${stops} 家，已走 0 家`);
  await expect(day.stop(shop)).toBeVisible();

  await day.ask(shop);
  await day.reason("其他").check();
  await expect(day.skip, "the reason says nothing yet").toBeDisabled();
  await day.note.fill("门口修路");
  await day.skip.click();
  await expect(day.heading).toHaveText(`还有 ${stops - 1} 家要走`);
  await page.goto("/today");
  await expect(day.fold).toContainText("跳过 1 家");
  await day.fold.click();
  await expect(day.stop(shop)).toContainText("没走·其他·门口修路");

  await network.restore();
  const outlet = await shopNamed(office, shop);
  await expect.poll(mine).toMatchObject([{ outlet: outlet.id, reason: "other", note: "门口修路" }]);
  await page.getByRole("button", { name: `还是去${shop}` }).click();
  await expect(day.heading).toHaveText(`还有 ${stops} 家要走`);
  await expect.poll(mine).toEqual([]);
});

test("the next stop can be left out too, and a swipe to the left asks the same as the button", async ({
  page,
  network,
  office,
}) => {
  const day = new Today(page);
  await begin(page, office);
  await network.cut();
  const next = (await day.nextShop.textContent()) ?? "";
  const second = (await day.listed())[0] ?? "";
  await day.dock.getByRole("button", { name: /不去，或换个次序$/ }).click();
  await day.reason("来不及").check();
  await day.skip.click();
  await expect(day.nextShop).toHaveText(second);
  await expect(day.nextShop).not.toHaveText(next);

  const third = (await day.listed())[0] ?? "";
  const box = await day.stop(third).boundingBox();
  if (!box) throw new Error("the stop is not shown");
  await page.mouse.move(box.x + 220, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(day.sheet.getByRole("heading", { level: 2 })).toHaveText(third);
  await expect(page).toHaveURL(/\/today$/);
});

test("sorted by distance the nearest stop comes first, and undo brings the plan's order back", async ({
  page,
  network,
  office,
}) => {
  const day = new Today(page);
  await begin(page, office);
  const first = (await day.nextShop.textContent()) ?? "";
  const listed = await day.listed();
  const farthest = listed.at(-1) ?? "";
  await standAt(page.context(), await shopNamed(office, farthest));
  await network.cut();

  await day.byDistance.click();
  await expect(page.getByText(/^排好了，少走 [\d.]+ (米|公里)$/)).toBeVisible();
  await expect(day.nextShop).toHaveText(farthest);
  await day.undo.click();
  await expect(day.nextShop).toHaveText(first);
  await expect.poll(() => day.listed()).toEqual(listed);
});

test("an order made by hand outlives a phone that dies", async ({ installed, office, complaints }) => {
  complaints.allowNetworkFailures();
  let page = await installed.start();
  let day = new Today(page);
  await begin(page, office);
  const first = (await day.nextShop.textContent()) ?? "";
  const second = (await day.listed())[0] ?? "";
  installed.line.cut();

  await day.ask(second);
  await expect(day.place).toHaveText(/^排第 2，/);
  await day.earlier.click();
  await expect(day.place).toHaveText(/^排第 1，/);
  await expect(day.nextShop).toHaveText(second);

  await installed.kill();
  page = await installed.start();
  day = new Today(page);
  await page.goto("/today");
  await expect(day.nextShop).toHaveText(second);
  expect((await day.listed())[0]).toBe(first);
});

test.describe("after six weeks", () => {
  test.use({ seed: { outlets: 120, days: 42 } });

  test("overdue shops that no route leads to are named below it, the worst first, and all of them in the list", async ({
    page,
    network,
    office,
    server,
  }) => {
    const rep = await Api.logIn(server.url, REP);
    const route = [...(await stopsOf(office, rep.user.id)), ...(await owedOffRoute(office, rep.user.id))];
    const on = new Set(route.map(({ id }) => id));
    const [rule] = await rep.all("frequency");
    const outlets = new Map((await shopsOf(rep)).map((outlet) => [outlet.id, outlet]));
    const late = (await rep.all("last_visit")).flatMap(({ id, day }) => {
      const every = rule?.every.find((every) => every.class === outlets.get(id)?.class);
      const days = (Date.parse(date()) - Date.parse(day)) / DAY - (every?.days ?? Infinity);
      return days > 0 ? [{ id, days }] : [];
    });
    const off = late.filter(({ id }) => !on.has(id)).sort((a, b) => b.days - a.days);
    expect(off.length, "overdue shops off the route").toBeGreaterThan(0);

    const day = new Today(page);
    await begin(page, office);
    await network.cut();
    const shown = off.slice(0, 5).map(({ days }) => new RegExp(`逾期 ${days} 天`));
    await expect(day.overdue).toHaveText([...shown, "看所有逾期的店"]);
    await day.allOverdue.click();
    await expect(new Outlets(page).heading).toHaveText(`${late.length} 家逾期了`);
    await expect(new Outlets(page).rows.first()).toContainText(/逾期 \d+ 天/);
  });
});

test("a free day says its name and asks nobody to walk", async ({ page, network, office }) => {
  await begin(page, office);
  await network.cut();
  const year = Number(date().slice(0, 4)) + 1;
  await page.clock.setFixedTime(new Date(`${year}-01-01T09:00:00+08:00`));
  await page.goto("/today");
  await expect(page.getByText("元旦，今天休息").first()).toBeVisible();
});

test("whoever steps in walks the route with the hand-over at its top, and whoever is away hears who does", async ({
  page,
  network,
  office,
  server,
  openDevice,
}) => {
  const [rep, away] = await Promise.all([Api.logIn(server.url, REP), Api.logIn(server.url, ELSEWHERE)]);
  const posting = (await office.all("assignment")).find(({ user }) => user === away.user.id);
  const route = (await stopsOf(office, away.user.id)).map(({ name }) => name);
  const leave = randomUUID();
  const window = { from: date(), until: date() };
  const asked = { do: "ask_leave", leave, territory: posting?.territory, window, brief: "冰柜钥匙在店主手里" };
  expect(await away.push(asked)).toMatchObject({ outcome: "applied" });
  const handed = { do: "hand_over", leave, to: rep.user.id, assignment: randomUUID() };
  expect(await office.push(handed)).toMatchObject({ outcome: "applied" });

  const day = new Today(page);
  await new App(page).begin(REP);
  await network.cut();
  await page.goto("/today");
  const hand = page.getByRole("button", { name: /替王晓丽走/ });
  await hand.click();
  await expect(page.getByText("冰柜钥匙在店主手里")).toBeVisible();
  await expect.poll(() => day.listed()).toEqual(expect.arrayContaining(route));

  const other = await openDevice(PHONE);
  await new App(other.page).begin(ELSEWHERE);
  await expect(other.page.getByText("李建军替你走")).toBeVisible();
});
