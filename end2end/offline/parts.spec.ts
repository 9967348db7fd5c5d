// Screens that come in a file of their own: kept on the phone like everything else, and honest where they are not yet.
import { App } from "../pages/app";
import { Partners } from "../pages/partner";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test.describe("on a phone that keeps nothing for later", () => {
  test.use({ serviceWorkers: "block" });

  test("a screen whose file does not come says so, and one tap fetches it when the line is back", async ({
    page,
    network,
    complaints,
  }) => {
    complaints.allowNetworkFailures();
    complaints.allow(/dynamically imported module|_wasm_split|chunk_|split_/, "the loader says what it could not fetch");
    const [app, partners] = [new App(page), new Partners(page)];
    await page.goto("/login");
    await app.logIn(REP);
    await network.cut();
    await app.go("门店");
    await partners.way.click();
    await expect(page.getByRole("heading", { name: "这一页还没下载到手机上" })).toBeVisible();
    const again = page.getByRole("button", { name: "再试一次" });
    await again.click();
    await expect(again, "it has been tried").toBeVisible();

    await network.restore();
    await again.click();
    await expect(partners.add).toBeVisible();
    await network.cut();
    await app.go("门店");
    await partners.way.click();
    await expect(partners.add, "once here it needs no network").toBeVisible();
  });
});
