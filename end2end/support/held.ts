// What a phone holds of the server's records, read past the app from its own store.
import type { Page } from "@playwright/test";

/** How many records, and whether a pull has ever ended with nothing more to come. */
export async function held(page: Page): Promise<{ records: number; complete: boolean }> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith("lianying-"))?.name;
    if (!name) return { records: 0, complete: false };
    const database = await ask(indexedDB.open(name));
    const shelf = (name: string) => database.transaction([name]).objectStore(name);
    const [records, completeAt] = await Promise.all([ask(shelf("base").count()), ask(shelf("status").get("complete_at"))]);
    database.close();
    return { records, complete: completeAt !== undefined };
  });
}
