// The service worker: keeps the app on the phone, so that every address opens without a network.
// It keeps files and thumbnails, never data: that is in IndexedDB, which this file does not touch.

// The server writes its files, each with the digest of its bytes, and the build's id in here; only it knows them.
const PRECACHE = /*PRECACHE*/{};
const BUILD = /*BUILD*/"dev";

const FILES = `lianying-${BUILD}`;
// Of all builds: pictures that lists show, and which builds have been in use.
const THUMBNAILS = "lianying-thumbnails";
const HISTORY = "lianying-history";
const SHELL = "/shell";

const THUMBNAIL = /^\/api\/v1\/photos\/[0-9a-f]{64}\/thumbnail$/;
const THUMBNAILS_KEPT = 800;
// A name with a hash in it never means other bytes.
const HASHED = /^\/pkg\/.+\.[\w-]{8,}\.(js|wasm|css)$/;
// What a manager looks at first is better fresh, if the network is quick.
const MANAGER = /^\/(now|visits|settings)\/?$/;
// Of a code on paper the server knows most; without a network the app looks among what is on this phone.
const COMPARE = /^\/compare\//;
const NETWORK_PATIENCE = 2500;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  // Only a person who has nothing open says this. Nothing else makes a new version take over.
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  if (event.data === "forget-thumbnails") event.waitUntil(caches.delete(THUMBNAILS));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (THUMBNAIL.test(url.pathname)) return event.respondWith(thumbnail(request));
  // Everything else of the server's is for the page and the server alone.
  if (url.pathname.startsWith("/api/") || ["/api", "/version.json", "/healthz", "/metrics", "/sw.js"].includes(url.pathname)) return;
  if (Object.hasOwn(PRECACHE, url.pathname) || HASHED.test(url.pathname)) return event.respondWith(file(request, url));
  if (request.mode === "navigate") event.respondWith(page(request, url));
});

/** All files of this build or none: a build that is half here must never open. */
async function install() {
  const files = await caches.open(FILES);
  await Promise.all(Object.keys(PRECACHE).map((path) => keep(files, path)));
  // A server that was replaced meanwhile has sent files of two builds.
  const version = await fetch("/version.json", { cache: "no-store" });
  if (!version.ok || (await version.json()).build !== BUILD) throw new Error("another build is served by now");
}

async function keep(files, path) {
  if (await files.match(path)) return;
  const known = HASHED.test(path) && (await caches.match(path));
  if (known) return files.put(path, known);
  const response = await whole(path);
  const html = (response.headers.get("content-type") ?? "").startsWith("text/html");
  // The page of a captive portal is a good answer to everything.
  if (!response.ok || response.redirected || html !== (path === SHELL)) throw new Error(`${path}: not what was asked for`);
  await files.put(path, response);
}

/** A file with the bytes that the server said it has: what a line cut short, or a proxy changed, is fetched once more. */
async function whole(path) {
  const integrity = PRECACHE[path];
  if (HASHED.test(path)) {
    const near = await fetch(path, { integrity }).catch(() => null);
    if (near) return near;
  }
  return fetch(path, { integrity, cache: "reload" });
}

/** The build before this one stays: pages of it may still be open and ask for their files. */
async function activate() {
  const before = await builds();
  const kept = [BUILD, ...before.filter((build) => build !== BUILD)].slice(0, 2);
  const history = await caches.open(HISTORY);
  await history.put("/", new Response(JSON.stringify(kept)));
  const names = [THUMBNAILS, HISTORY, ...kept.map((build) => `lianying-${build}`)];
  for (const name of await caches.keys()) {
    if (name.startsWith("lianying-") && !names.includes(name)) await caches.delete(name);
  }
  // The page that installed the app has none yet, and may go offline before it is loaded again.
  if (before.length === 0) await self.clients.claim();
}

async function builds() {
  const kept = await (await caches.open(HISTORY)).match("/");
  return kept ? kept.json() : [];
}

async function file(request, url) {
  const files = await caches.open(FILES);
  const own = await files.match(url.pathname);
  if (own) return own;
  // A page of the build before, or a store that the phone has cleared.
  const other = HASHED.test(url.pathname) && (await caches.match(url.pathname));
  return other || fetch(request);
}

async function page(request, url) {
  const files = await caches.open(FILES);
  const shell = await files.match(SHELL);
  if (!shell) return fetch(request);
  const compares = COMPARE.test(url.pathname);
  if (!compares && !MANAGER.test(url.pathname) && !url.searchParams.has("fresh")) return shell;
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), NETWORK_PATIENCE);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    // "Not on record" is an answer too.
    return answer.ok || compares ? answer : shell;
  } catch {
    return shell;
  } finally {
    clearTimeout(late);
  }
}

/** Seen once, there for good: the last visit's pictures are wanted where there is no network. */
async function thumbnail(request) {
  const thumbnails = await caches.open(THUMBNAILS);
  const known = await thumbnails.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && answer.headers.has("x-lianying")) {
    // A full phone must not cost the picture that is being looked at.
    await thumbnails.put(request.url, answer.clone()).then(() => trim(thumbnails), () => {});
  }
  return answer;
}

async function trim(thumbnails) {
  const kept = await thumbnails.keys();
  if (kept.length <= THUMBNAILS_KEPT) return;
  // Oldest first, and some more than needed, so that this is rare.
  await Promise.all(kept.slice(0, kept.length - THUMBNAILS_KEPT + 80).map((request) => thumbnails.delete(request)));
}
