import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf, shopVisits } from "../support/shops";

test("every address opens without a network", async ({ page, context, network, server }) => {
  const rep = await Api.logIn(server.url, REP);
  const [outlet] = await shopsOf(rep);
  const [visit] = (await shopVisits(rep)).filter(({ rep: who, check_out }) => who === rep.user.id && check_out);
  if (!outlet || !visit) throw new Error("the demo region has no outlets or visits");
  const visited = await rep.get("outlet", visit.outlet);

  const addresses: [string, string | RegExp][] = [
    ["/", /家要走$|^今天/],
    ["/today", /家要走$|^今天/],
    ["/outlets", /^你有 \d+ 家店$/],
    [`/outlets/${outlet.id}`, outlet.name],
    [`/visits/${visit.id}`, visited?.name ?? ""],
    ["/tasks", /没办$|要重拍|没有欠着的事/],
    ["/outbox", "还没有要发的"],
    ["/me", REP.name],
    ["/verify", "这张照片改过没有，一查就知道"],
    ["/nowhere", "没有这个页面"],
  ];
  await new App(page).begin(REP);
  await network.cut();
  await page.close();
  for (const [address, words] of addresses) {
    const cold = await context.newPage();
    const answer = await cold.goto(address);
    expect(answer?.fromServiceWorker(), `${address} comes from the service worker`).toBe(true);
    await expect(cold.getByRole("heading", { name: words }).first(), address).toBeVisible();
    await cold.close();
  }
});

test("the app opens while the server takes connections and answers none", async ({ page, context, server, complaints }) => {
  complaints.allowNetworkFailures();
  await new App(page).begin(REP);
  server.freeze();
  await page.close();
  const cold = await context.newPage();
  await cold.goto("/today", { waitUntil: "commit" });
  await expect(cold.getByRole("heading", { level: 1 })).toHaveText(/家要走$|^今天/);
  server.thaw();
});

test("a hotel's login page in place of the server counts as no network", async ({ page, context, office, complaints }) => {
  complaints.allowNetworkFailures();
  complaints.allow(/EventSource's response has a MIME type/, "the hotel answers the stream of hints as well");
  const known = await office.all("visit");
  const outbox = new Outbox(page);
  await new App(page).begin(REP);
  await context.route("**/api/**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Welcome to our hotel</h1>" }));
  const { outlet } = await arriveAtNextShop(page, office);
  await page.goto("/today");
  await expect(new Today(page).offline).toBeVisible();
  await new App(page).go("发件箱");
  await outbox.sendNow.click();
  await expect(outbox.footing).toContainText("等有网就自动发");
  await expect(outbox.row(outlet.name)).toContainText("存在本机");
  await expect(page.getByText("hotel")).toBeHidden();

  await context.unroute("**/api/**");
  await outbox.sendNow.click();
  await outbox.expectEverythingArrived();
  expect(await visitsBeside(office, known)).toHaveLength(1);
});
