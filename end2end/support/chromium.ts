// How Chromium is started, in every test.
export const CHROMIUM = [
  "--no-sandbox", // tests run as root in containers
  "--disable-gpu",
  "--disable-dev-shm-usage", // /dev/shm is 64 MB there
  "--disable-background-networking", // it looks up its maker's hosts at every start
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

/** The same, taking this machine for a phone with little memory: Chromium then keeps less of what it has drawn. */
export const CHROMIUM_OF_A_SMALL_PHONE = [...CHROMIUM, "--enable-low-end-device-mode"];
