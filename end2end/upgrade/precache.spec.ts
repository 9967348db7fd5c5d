import fs from "node:fs";
import path from "node:path";
import { App } from "../pages/app";
import { kept } from "../pages/build";
import { REP } from "../support/people";
import { currentRelease } from "../support/release";
import { expect, test } from "../support/test";

/** The addresses of all files below the site folder; the packed form of one is no file of its own. */
function files(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return found.filter((file) => !file.endsWith(".br")).map((file) => `/${path.relative(folder, file)}`).sort();
}

test("the service worker keeps exactly the files of the site, and the neutral shell", async ({ page, server }) => {
  const worker = await (await fetch(`${server.url}/sw.js`)).text();
  const list = Object.keys(JSON.parse(/const PRECACHE = (\{.*?\});/.exec(worker)?.[1] ?? "null") as object);
  const site = files(currentRelease().site).filter((file) => file !== "/sw.js");
  expect([...list].sort()).toEqual([...site, "/shell"].sort());
  for (const file of list) expect((await fetch(server.url + file)).status, file).toBe(200);

  const { build } = (await (await fetch(`${server.url}/version.json`)).json()) as { build: string };
  await new App(page).begin(REP);
  expect((await kept(page))[`lianying-${build}`]).toEqual([...list].sort());
});

test("the shell is nobody's page: no data, no inline script, no trace of who asked", async ({ server }) => {
  const answer = await fetch(`${server.url}/shell`);
  const html = await answer.text();
  expect(html).not.toContain("data-ssr");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("content-security-policy")).toContain("default-src");
  const page = await fetch(`${server.url}/today`, { headers: { accept: "text/html" } });
  expect(page.headers.get("cache-control"), "a rendered page is never kept").toContain("no-store");
});
