// F113: the lock. The PIN opens the phone and nothing else does; a wrong one costs time and a forgotten one a login, and
// neither costs any work. What lies on the phone cannot be read past the app, with or without a PIN.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Lock } from "../pages/lock";
import { Login } from "../pages/login";
import { Me } from "../pages/me";
import { Outbox } from "../pages/outbox";
import { Visit } from "../pages/visit";
import type { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { NEIGHBOUR, REP } from "../support/people";
import { expect, type Network, test } from "../support/test";

const PIN = "048213";
const OTHER = "731946";
const MINUTE = 60_000;

/** Everything in the databases of users as text, bytes read as UTF-8. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value === "string") found.push(value);
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) found.push(new TextDecoder().decode(value));
      else if (value && typeof value === "object" && !(value instanceof CryptoKey)) Object.values(value).forEach(look);
    };
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith("lianying-")) continue;
      const database = await ask(indexedDB.open(name));
      for (const shelf of database.objectStoreNames) {
        const store = database.transaction(shelf).objectStore(shelf);
        look(await ask(store.getAll()));
      }
      database.close();
    }
    return found.join("\n");
  });
}

/** A phone with a PIN and a visit that the server has not got; it is started again without a network, at the outbox. */
async function lockWithAVisit(page: Page, network: Network, office: Api): Promise<void> {
  const [app, lock] = [new App(page), new Lock(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.setPin(PIN);
  await app.go("今天");
  await network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/outbox");
}

test("a phone with a PIN starts locked, shows nothing of anybody, and opens where it was", async ({ page, network, office }) => {
  const [app, lock, visit] = [new App(page), new Lock(page), new Visit(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.setPin(PIN);
  await app.go("今天");
  await network.cut();
  const { list, id } = await arriveAtNextShop(page, office);
  await visit.answer(itemOf(list, "poster"));
  const place = page.url();
  await page.reload();
  await expect(lock.heading).toBeVisible();
  await expect(app.tabs).toBeHidden();
  expect(await page.locator("body").innerText()).not.toContain(REP.name);

  await lock.type(OTHER);
  await expect(lock.said).toContainText("PIN 不对，马上还能试 4 次");
  await lock.type(PIN);
  await expect(lock.screen).toBeHidden();
  expect(page.url()).toBe(place);
  expect(place).toContain(id);
  await expect(visit.question(itemOf(list, "poster")).folded).toBeVisible();
});

test("wrong PINs make even the right one wait, also after a new start, and nothing is deleted", async ({ page, office, network }) => {
  test.setTimeout(120_000);
  const [lock, outbox] = [new Lock(page), new Outbox(page)];
  await lockWithAVisit(page, network, office);
  for (const left of [4, 3, 2, 1]) {
    await lock.type(OTHER);
    await expect(lock.said).toContainText(`还能试 ${left} 次`);
  }
  await lock.type(OTHER);
  await expect(lock.said).toContainText(/试错太多，\d+ 秒后再试。记录都还在/);
  await expect(lock.keys.getByRole("button", { name: "0", exact: true })).toBeDisabled();
  await page.reload();
  await expect(lock.said).toContainText(/试错太多，\d+ 秒后再试/);

  await page.clock.setFixedTime(Date.now() + 2 * MINUTE);
  await expect(lock.keys.getByRole("button", { name: "0", exact: true })).toBeEnabled();
  await lock.type(PIN);
  await expect(outbox.heading).toHaveText(/1 条没发到/);
});

test("out of sight for longer than was chosen the phone locks itself, and not before", async ({ page }) => {
  const [app, lock] = [new App(page), new Lock(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.setPin(PIN);
  await lock.after(15).check();
  await expect(lock.after(15)).toBeChecked();

  const now = Date.now();
  await page.clock.setFixedTime(now);
  await lock.leaveSight();
  await page.clock.setFixedTime(now + 14 * MINUTE);
  await lock.comeBack();
  await expect(app.tabs).toBeVisible();

  await lock.leaveSight();
  await page.clock.setFixedTime(now + 29 * MINUTE);
  await lock.comeBack();
  await expect(lock.heading).toBeVisible();
  await expect(app.tabs).toBeHidden();
});

test("a locked phone sends nothing, and what waited goes out once it is open", async ({ page, network, office }) => {
  const known = await office.all("visit");
  const [lock, outbox] = [new Lock(page), new Outbox(page)];
  await lockWithAVisit(page, network, office);
  await expect(lock.heading).toBeVisible();
  const pushed: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) pushed.push(request.url());
  });
  await network.restore();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.reload();
  await expect(lock.heading).toBeVisible();
  expect(pushed).toEqual([]);
  expect(await visitsBeside(office, known)).toEqual([]);

  await lock.type(PIN);
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});

test("a forgotten PIN costs a login and no work", async ({ page, network, office }) => {
  const known = await office.all("visit");
  const [app, lock, outbox] = [new App(page), new Lock(page), new Outbox(page)];
  await lockWithAVisit(page, network, office);
  await network.restore();
  await lock.byPassword.click();
  await expect(page.getByText("没发的都还在；PIN 从此作废")).toBeVisible();
  await new Login(page).logIn(REP);
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
  await app.go("我");
  await expect(lock.set).toBeVisible();
});

test("whoever logs in on a locked phone gets in, sees nothing of its owner, and leaves all of it there", async ({
  page,
  network,
  office,
}) => {
  const known = await office.all("visit");
  const [app, lock, outbox] = [new App(page), new Lock(page), new Outbox(page)];
  await lockWithAVisit(page, network, office);
  await network.restore();
  await lock.byPassword.click();
  await app.logIn(NEIGHBOUR);
  await expect(outbox.heading).not.toHaveText(/没发到/);
  expect(await visitsBeside(office, known)).toEqual([]);
  await app.go("我");
  await expect(lock.set).toBeVisible();
  await new Me(page).leave();
  await app.logIn(REP);
  await app.go("发件箱");
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});

test("a PIN is changed and taken off by whoever knows it, and an easy one is not taken", async ({ page }) => {
  const [app, lock] = [new App(page), new Lock(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.set.click();
  await lock.type("123456");
  await expect(lock.said).toContainText("太好猜了");
  await lock.type(PIN);
  await expect(lock.asks("再输一遍")).toBeVisible();
  await lock.type(OTHER);
  await expect(lock.said).toContainText("两遍不一样");
  await expect(lock.asks("输新的 PIN")).toBeVisible();
  await lock.type(PIN);
  await expect(lock.asks("再输一遍")).toBeVisible();
  await lock.type(PIN);
  await expect(lock.now).toBeVisible();

  await lock.change.click();
  await expect(lock.asks("输现在的 PIN")).toBeVisible();
  await lock.type(OTHER);
  await expect(lock.said).toContainText("PIN 不对");
  await lock.type(PIN);
  await expect(lock.asks("输新的 PIN")).toBeVisible();
  await lock.type(OTHER);
  await expect(lock.asks("再输一遍")).toBeVisible();
  await lock.type(OTHER);
  await expect(lock.sheet).toBeHidden();

  await lock.off.click();
  await lock.type(PIN);
  await expect(lock.said).toContainText("PIN 不对");
  await lock.type(OTHER);
  await expect(lock.set).toBeVisible();
  await page.reload();
  await expect(app.tabs).toBeVisible();
});

test("locking in one tab locks the others", async ({ page, context }) => {
  const [app, lock] = [new App(page), new Lock(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.setPin(PIN);
  const beside = await context.newPage();
  await beside.goto("/today");
  await new Lock(beside).type(PIN);
  await expect(new App(beside).tabs).toBeVisible();
  await lock.now.click();
  await expect(lock.heading).toBeVisible();
  await expect(new Lock(beside).heading).toBeVisible();
});

test("past the app nothing can be read from the phone: no shop, no answer, no note, no name", async ({ page, network, office }) => {
  const [app, visit] = [new App(page), new Visit(page)];
  await app.begin(REP);
  await network.cut();
  const { outlet, list } = await arriveAtNextShop(page, office);
  await visit.answer(itemOf(list, "poster"));
  const stored = await everythingStored(page);
  for (const secret of [outlet.name, outlet.address, REP.name, '"captured_at"'])
    expect(stored.includes(secret), `${secret} lies there in plain`).toBe(false);
  expect(stored, "what is found by is there, so this looked at the right place").toContain(outlet.id);
});

test("everybody can use the locked phone and the sheet of the PIN", async ({ page }) => {
  const [app, lock] = [new App(page), new Lock(page)];
  await app.begin(REP);
  await page.goto("/me");
  await lock.set.click();
  await expect(lock.asks("输新的 PIN")).toBeVisible();
  const sound = async (where: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) })), where).toEqual([]);
  };
  await sound("the sheet");
  await page.keyboard.type(PIN);
  await expect(lock.asks("再输一遍")).toBeVisible();
  await page.keyboard.type(PIN);
  await lock.now.click();
  await expect(lock.heading).toBeVisible();
  await sound("the locked phone");
  for (const key of await lock.keys.getByRole("button").all()) {
    const box = await key.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await page.keyboard.type(PIN);
  await expect(app.tabs).toBeVisible();
});
