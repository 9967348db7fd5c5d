// What every test imports: `import { test, expect } from "../support/test"`.
//
//   server      the real release server with data of its own; kill, restart, freeze
//   page        a browser that reaches it over a line of its own
//   network     cuts and restores that line, and tells the browser that it is offline
//   complaints  fails the test on errors in the console; `allow` what is provoked
//   openDevice  another person's device on the same server: a manager's tablet beside the rep's phone
//   installed   a phone whose browser can be killed and started again on its data
//   office      the manager's view of the server's records, without a browser
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { Api } from "./api";
import { Complaints } from "./console";
import { InstalledPhone } from "./installed";
import { Line } from "./line";
import { MANAGER } from "./people";
import { Server } from "./server";
import { DEFAULT_SEED, type Seed } from "./template";

export interface Network {
  line: Line;
  cut(): Promise<void>;
  restore(limit?: { cutAfter?: number }): Promise<void>;
}

export interface Device {
  context: BrowserContext;
  page: Page;
  network: Network;
}

interface Fixtures {
  /** How much is in the database: test.use({ seed: { outlets: 5000, days: 0 } }) */
  seed: Seed;
  server: Server;
  line: Line;
  network: Network;
  complaints: Complaints;
  openDevice(options?: BrowserContextOptions): Promise<Device>;
  installed: InstalledPhone;
  office: Api;
}

// See the config.
const sharp = process.env.LIANYING_EXTRA === "shots" ? 2 : 1;

export const TABLET: BrowserContextOptions = {
  viewport: { width: 1180, height: 820 },
  deviceScaleFactor: sharp,
  isMobile: false,
  hasTouch: true,
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: sharp,
  isMobile: true,
  hasTouch: true,
};

export const test = base.extend<Fixtures>({
  seed: [DEFAULT_SEED, { option: true }],

  server: async ({ seed }, use, info) => {
    const server = await Server.start(seed);
    await use(server);
    await server.stop();
    if (info.status !== info.expectedStatus)
      await info.attach("server.log", { body: server.log, contentType: "text/plain" });
  },

  line: async ({ server }, use) => {
    const line = await Line.open(server);
    await use(line);
    line.close();
  },

  baseURL: async ({ line }, use) => use(line.url),

  network: async ({ context, line, complaints }, use) => use(networkOf(context, line, complaints)),

  complaints: [
    async ({}, use) => {
      const complaints = new Complaints();
      await use(complaints);
      expect(complaints.unexpected(), "errors in the console").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, complaints }, use) => {
    complaints.watch(context);
    await use(context);
  },

  openDevice: async ({ browser, server, complaints }, use) => {
    const opened: { context: BrowserContext; line: Line }[] = [];
    await use(async (options = {}) => {
      const line = await Line.open(server);
      const context = await browser.newContext({ baseURL: line.url, ...options });
      complaints.watch(context);
      opened.push({ context, line });
      return { context, page: await context.newPage(), network: networkOf(context, line, complaints) };
    });
    for (const { context, line } of opened) {
      await context.close();
      line.close();
    }
  },

  installed: async ({ server, complaints }, use) => {
    const phone = new InstalledPhone(await Line.open(server), complaints);
    await use(phone);
    await phone.remove();
  },

  office: async ({ server }, use) => use(await Api.logIn(server.url, MANAGER)),
});

function networkOf(context: BrowserContext, line: Line, complaints: Complaints): Network {
  return {
    line,
    async cut() {
      complaints.allowNetworkFailures();
      line.cut();
      await context.setOffline(true); // for navigator.onLine and its events
    },
    async restore(limit) {
      line.restore(limit);
      await context.setOffline(false);
    },
  };
}

export { expect };
