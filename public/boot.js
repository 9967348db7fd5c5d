// Loads the app into the page that the server or the service worker has sent. If that fails, it says so in words:
// the wasm that would otherwise draw the screen is what is missing.
(() => {
  const { js, wasm } = document.currentScript.dataset;

  // What was chosen by hand holds from the first paint; the app itself comes later than that.
  try {
    const { documentElement: page } = document;
    const { language, theme, sun } = localStorage;
    if (language === "en") page.lang = "en";
    if (theme) page.dataset.theme = theme;
    if (sun) page.dataset.sun = sun;
  } catch {
    // A browser may forbid this memory; then the page looks as the phone says.
  }

  // The browser takes a while to wake its store up, and the app asks it for the day: that happens beside the download.
  // Where there is no store, the app says so.
  globalThis.indexedDB?.databases?.().catch(() => {});

  const parsed = new Promise((ready) => {
    if (document.readyState !== "loading") ready();
    else document.addEventListener("DOMContentLoaded", () => ready(), { once: true });
  });

  const WORDS = {
    load: [
      "打不开", "联营还没下载到这台设备上，或者网络断了。连上网再试一次。已经保存的内容不受影响。",
      "Cannot open", "Lianying has not been downloaded to this device yet, or the network is gone. Connect and try again. Nothing that was saved is affected.",
    ],
    crash: [
      "出错了", "这个页面停住了。已经保存的内容都在这台设备上，重新打开就能继续。",
      "Something broke", "This page has stopped. Everything that was saved is on this device; open it again to go on.",
    ],
  };

  async function fail(words) {
    await parsed;
    if (document.querySelector("#failed")) return;
    const add = (parent, tag, text, lang) => {
      const node = parent.appendChild(document.createElement(tag));
      if (text) node.textContent = text;
      if (lang) node.lang = lang;
      return node;
    };
    const [titleZh, textZh, titleEn, textEn] = words;
    const screen = document.createElement("main");
    screen.id = "failed";
    screen.className = "empty";
    screen.setAttribute("role", "alert");
    add(screen, "h2", titleZh, "zh-CN");
    add(screen, "p", textZh, "zh-CN");
    add(screen, "h2", titleEn, "en");
    add(screen, "p", textEn, "en");
    const again = add(screen, "button", "再试一次 · Try again");
    again.type = "button";
    again.className = "btn";
    again.addEventListener("click", () => location.reload());
    document.body.replaceChildren(screen);
  }

  // A panic in the wasm ends it; what was recorded is in the store, so a new page goes on from there.
  const crashed = (error) => error instanceof WebAssembly.RuntimeError && fail(WORDS.crash);
  addEventListener("error", (event) => crashed(event.error));
  addEventListener("unhandledrejection", (event) => crashed(event.reason));

  async function start() {
    // Compiled while it comes in, beside the style and the page; the app takes the place of the whole page, so it
    // begins when that is there.
    const [app, module] = await Promise.all([import(js), WebAssembly.compileStreaming(fetch(wasm)), parsed]);
    await app.default({ module_or_path: module });
  }

  async function keepOffline() {
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  }

  start()
    .catch((error) => {
      console.error(error);
      return fail(error instanceof WebAssembly.RuntimeError ? WORDS.crash : WORDS.load);
    })
    // After the app has started, so that the first opening is not shared with the download for later ones.
    .then(keepOffline)
    .catch((error) => console.warn("not kept for offline use:", error));
})();
