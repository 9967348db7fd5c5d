import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./support/chromium";

// A phone as the reps have them, and the regional manager's tablet, held sideways.
// Pictures are made as sharp as a phone shows them; a story has a quarter of the pixels to draw.
const deviceScaleFactor = process.env.LIANYING_EXTRA === "shots" ? 2 : 1;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor, isMobile: true, hasTouch: true };
const tablet = { viewport: { width: 1180, height: 820 }, deviceScaleFactor, hasTouch: true };

const projects = [
  { name: "phone", testDir: "phone", use: phone },
  { name: "tablet", testDir: "tablet", use: tablet },
  { name: "offline", testDir: "offline", use: phone },
  { name: "upgrade", testDir: "upgrade", use: phone },
  { name: "a11y", testDir: "a11y", use: phone },
];
// Pictures and measurements are made when asked for, not in every test run: make shots, make bench.
const extras = [
  { name: "shots", testDir: "shots", use: phone },
  { name: "bench", testDir: "bench", use: phone, timeout: 300_000 },
];

export default defineConfig({
  projects: [...projects, ...extras.filter(({ name }) => name === process.env.LIANYING_EXTRA)],
  globalSetup: "./support/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A test that passes only when repeated has found something.
  retries: 0,
  forbidOnly: !!process.env.CI,
  // Long enough for a machine that compiles beside it: how fast something is is measured in bench, never here.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ...(process.env.PLAYWRIGHT_JSON
      ? ([["json", { outputFile: process.env.PLAYWRIGHT_JSON }]] as [["json", { outputFile: string }]])
      : []),
  ],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    serviceWorkers: "allow",
    permissions: ["camera", "geolocation"],
    // Handan, the middle of the demo region.
    geolocation: { latitude: 36.6256, longitude: 114.5391, accuracy: 12 },
    // Recording takes a third of the time of a story: LIANYING_TRACE=1 when one has to be looked into.
    trace: process.env.LIANYING_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: CHROMIUM,
    },
  },
});
