// What a phone downloads at its first opening, against the budgets of the design.
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { Login } from "../pages/login";
import { record } from "../support/bench";
import { currentRelease } from "../support/release";
import { expect, test } from "../support/test";

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;
const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

test("how much the rep's app weighs", async ({ server }) => {
  const { site } = currentRelease();
  const pkg = fs.readdirSync(path.join(site, "pkg")).map((name) => path.join(site, "pkg", name));
  const of = (kind: string) => pkg.filter((file) => file.endsWith(`.${kind}`) && !file.includes("_bg"));
  const html = Buffer.from(await (await fetch(`${server.url}/login`, { headers: { accept: "text/html" } })).arrayBuffer());
  const parts = {
    html: brotli(html),
    css: of("css").reduce((sum, file) => sum + brotli(fs.readFileSync(file)), 0),
    js: [...of("js"), path.join(site, "boot.js")].reduce((sum, file) => sum + brotli(fs.readFileSync(file)), 0),
    wasm: of("wasm").reduce((sum, file) => sum + brotli(fs.readFileSync(file)), 0),
  };
  for (const [part, bytes] of Object.entries(parts))
    record(`${part}, brotli`, kilobytes(bytes), "kB", part === "wasm" ? "quality 11; budget 300" : "quality 11");
  const all = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
  record("html + css + js + wasm, brotli", kilobytes(all), "kB", "first load of the rep's app; budget 350");
  record("wasm, raw", kilobytes(fs.statSync(of("wasm")[0] ?? "").size), "kB", "what a phone compiles");
});

test("how much goes over the line at the first opening", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => void (bytes += encodedDataLength));
  await page.goto("/login");
  await expect(new Login(page).submit).toBeEnabled();
  await page.evaluate(() => performance.measure("until the login can be used"));
  record("bytes until the login can be used", kilobytes(bytes), "kB", "encoded, headers included, before the service worker fetches");
});
