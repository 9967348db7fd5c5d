// How the phone writes: durably before it says so, and never what some phones lose.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Me } from "../pages/me";
import { Visit } from "../pages/visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

declare global {
  interface Window {
    /** Every write to IndexedDB: which stores, how durable, and whether it has ended. */
    writes: { stores: string[]; durability: string; complete: boolean }[];
    /** Blobs that somebody tried to store. */
    blobs: number;
    /** How many transactions fail from now on. */
    failing: number;
  }
}

/** Watches IndexedDB from the page's first moment, and breaks it on demand. */
function spy(): void {
  window.writes = [];
  window.blobs = 0;
  window.failing = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === "readwrite" && window.failing > 0) {
      window.failing--;
      throw new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", "UnknownError");
    }
    const begun = transaction.call(this, stores, mode, options);
    if (mode === "readwrite") {
      const write = { stores: ([stores].flat() as string[]).sort(), durability: begun.durability, complete: false };
      window.writes.push(write);
      begun.addEventListener("complete", () => (write.complete = true));
    }
    return begun;
  };
  for (const name of ["put", "add"] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (value: unknown, ...key: [IDBValidKey?]) {
      const holds = (value: unknown): boolean =>
        value instanceof Blob || (typeof value === "object" && value !== null && Object.values(value).some(holds));
      if (holds(value)) window.blobs++;
      return write.call(this, value, ...key);
    };
  }
}

test("a tick is shown only after a strictly durable write is complete, and no Blob is ever stored", async ({
  page,
  network,
  office,
}) => {
  await page.addInitScript(spy);
  await new App(page).begin(REP);
  // A while after the start the phone tidies up, which need not be durable either.
  const tidied = () => window.writes.some(({ stores, complete }) => complete && stores.join() === "ledger,outbox,standing");
  await page.waitForFunction(tidied);
  await network.cut(); // what the server says is written too, but need not be durable
  const { list } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  await page.evaluate(() => (window.writes = []));
  await visit.answer(itemOf(list, "poster"));
  const answer = await page.evaluate(() => window.writes.filter(({ stores }) => stores.includes("outbox")));
  expect(answer).toEqual([{ stores: expect.any(Array), durability: "strict", complete: true }]);

  await page.evaluate(() => (window.writes = []));
  await visit.photograph(itemOf(list, "front"));
  const kept = (store: string) => page.evaluate((store) => window.writes.filter(({ stores }) => stores.includes(store)), store);
  for (const store of ["blobs", "outbox"]) {
    const writes = await kept(store);
    expect(writes.length, `writes to ${store}`).toBeGreaterThan(0);
    for (const write of writes) expect(write).toMatchObject({ durability: "strict", complete: true });
  }
  expect(await page.evaluate(() => window.blobs)).toBe(0);
});

test("a connection to the store that is lost is opened again and nothing is lost", async ({ page, network, office }) => {
  await page.addInitScript(spy);
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  for (const failures of [1, 3]) {
    await page.evaluate((failures) => void (window.failing = failures), failures);
    await visit.untilSaved(() => visit.question(itemOf(list, "facings")).region.getByRole("button", { name: "加一" }).click());
  }
  await page.reload();
  await expect(visit.question(itemOf(list, "facings")).folded).toContainText("1 个");
});

test("when the store takes nothing any more the screen says so and keeps what was entered", async ({ page, network, office }) => {
  await page.addInitScript(spy);
  await new App(page).begin(REP);
  await network.cut();
  const { list } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  const facings = visit.question(itemOf(list, "facings")).region;
  await page.evaluate(() => void (window.failing = Infinity));
  await facings.getByRole("button", { name: "加一" }).click();
  await facings.getByRole("button", { name: "加一" }).click();
  await expect(page.getByRole("alert")).toContainText("还没存进手机");
  await expect(facings.getByRole("textbox")).toHaveValue("1");

  await page.evaluate(() => void (window.failing = 0));
  await visit.untilSaved(() => page.getByRole("button", { name: "再试一次" }).click());
  await expect(page.getByRole("alert")).toBeHidden();
  await page.reload();
  await expect(visit.question(itemOf(list, "facings")).folded).toContainText("1 个");
});

test("the phone says whether the browser has promised to keep what it holds", async ({ page, context, office }) => {
  for (const promised of [false, true]) {
    const tab = await context.newPage();
    await tab.addInitScript((promised) => {
      navigator.storage.persisted = async () => promised;
      navigator.storage.persist = async () => promised;
    }, promised);
    if (promised) await tab.goto("/me");
    else {
      await new App(tab).begin(REP);
      await new App(tab).go("我");
    }
    await expect(tab.getByText(promised ? "手机答应不清掉记录" : "手机可能会清掉记录")).toBeVisible();
    await expect(new Me(tab).logOut).toBeVisible();
    await tab.close();
  }
  expect(await office.all("visit")).not.toHaveLength(0);
  await page.close();
});
