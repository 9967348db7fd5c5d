// How the app gets onto the home screen: each browser has steps of its own.
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";

const BROWSERS = [
  { name: "Safari", agent: `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, says: "苹果手机，用 Safari" },
  { name: "Chrome on iOS", agent: `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, says: "苹果手机，别的浏览器" },
  { name: "WeChat", agent: `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI`, says: "现在在微信里，先换到浏览器" },
  { name: "Feishu", agent: `${IPHONE} Mobile/15E148 Safari/604.1 Lark/7.18.5`, says: "现在在飞书里，先换到浏览器" },
  { name: "Chrome on Android", agent: `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`, says: "安卓手机，用 Chrome" },
  { name: "Xiaomi's browser", agent: `${ANDROID} Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2`, says: "安卓手机，手机自带的浏览器" },
];

for (const { name, agent, says } of BROWSERS) {
  test.describe(name, () => {
    test.use({ userAgent: agent });

    test(`in ${name} three steps of its own lead to the home screen`, async ({ page }) => {
      await page.goto("/login");
      await page.getByRole("link", { name: "怎么放，三步" }).click();
      await expect(page.getByRole("heading", { level: 2, name: says })).toBeVisible();
      await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
    });
  });
}

test.describe("Safari with work that is not sent", () => {
  test.use({ userAgent: BROWSERS[0]?.agent ?? "" });

  test("what is not sent is said to be at risk in a browser tab on iOS, until it is sent", async ({ page, network, office }) => {
    await new App(page).begin(REP);
    await network.cut();
    await arriveAtNextShop(page, office);
    await page.goto("/today");
    const warning = page.getByRole("link", { name: /还没发到，先放到桌面/ });
    await expect(warning).toBeVisible();
    await warning.click();
    await expect(page).toHaveURL(/\/me\/install$/);
    await page.goBack();
    await network.restore();
    await expect(warning).toBeHidden();
  });
});

test("on Android nothing is said to be at risk", async ({ page, network, office }) => {
  await new App(page).begin(REP);
  await network.cut();
  await arriveAtNextShop(page, office);
  await page.goto("/today");
  await expect(page.getByText(/^存在本机 \d+ 条$/)).toBeVisible();
  await expect(page.getByText("先放到桌面")).toBeHidden();
});
