// What a phone holds, read past the app from its own store.
import type { Page } from "@playwright/test";

export interface Held {
  /** Of the server's records. */
  records: number;
  /** Commands that were ever made on it. */
  commands: number;
  /** Whether the room that commands have for themselves is set aside. */
  reserve: boolean;
  /** Whether a pull has ever ended with nothing more to come. */
  complete: boolean;
}

export async function held(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith("lianying-"))?.name;
    if (!name) return { records: 0, commands: 0, reserve: false, complete: false };
    const database = await ask(indexedDB.open(name));
    const shelf = (name: string) => database.transaction([name]).objectStore(name);
    const asked = [ask(shelf("base").count()), ask(shelf("ledger").count()), ask(shelf("blobs").count("reserve"))] as const;
    const [records, commands, reserves] = await Promise.all(asked);
    const completeAt: unknown = await ask(shelf("status").get("complete_at"));
    database.close();
    return { records, commands, reserve: reserves > 0, complete: completeAt !== undefined };
  });
}
