// The manager's first screen: what has to be seen to, and the day.
import { App } from "../pages/app";
import { Now } from "../pages/now";
import { Review } from "../pages/review";
import { Api } from "../support/api";
import { MANAGER, REP } from "../support/people";
import { expect, test } from "../support/test";

const HOURS = 3_600_000;

test("the one rep whose phone has not synced stands first, with what is on it, and goes when it has come", async ({
  page,
  server,
}) => {
  const phone = await Api.logIn(server.url, REP);
  await phone.announce({ commands: 11, photos: 6, since: Date.now() - 5 * HOURS });
  const now = new Now(page);
  await new App(page).begin(MANAGER);
  await expect(page).toHaveURL(/\/now$/);
  const first = now.inbox.getByRole("listitem").first();
  await expect(first).toContainText(`${REP.name}的记录一直没发到`);
  await expect(first).toContainText("手机里还有 11 条、6 张照片，最早的是");
  await expect(first.getByRole("link", { name: `打给${REP.name}` })).toHaveAttribute("href", `tel:${REP.phone}`);
  await expect(now.rep(REP.name)).toContainText("手机里还有 11 条、6 张照片");
  const lacks = `${REP.name}手机里还有 11 条、6 张照片，没算在内`;
  await expect(now.asOf).toContainText(lacks);
  await expect(now.figures).toHaveCount(4);
  for (const figure of await now.figures.all()) await expect(figure).toContainText(`没算${REP.name} 11 条、6 张照片`);

  await page.keyboard.press("ArrowDown");
  await expect(first.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/devices$/);

  await phone.announce({ commands: 0, photos: 0, since: 0 });
  await page.goto("/now");
  await expect(now.rep(REP.name)).toContainText("都发到了");
  await expect(now.matter(`${REP.name}的记录一直没发到`)).toHaveCount(0);
});

test("from a figure to a photo is two taps, and a touch on the map opens the stop under it", async ({ page, office }) => {
  const [now, review] = [new Now(page), new Review(page)];
  const photos = (await office.all("photo")).filter(({ received_at }) => received_at);
  const visit = (await office.all("visit")).sort((a, b) => b.check_in.at - a.check_in.at).find(({ id }) => photos.some((photo) => photo.visit === id));
  await new App(page).begin(MANAGER);
  await now.figures.first().tap();
  await review.row(visit?.id ?? "").tap();
  await expect(review.photos.first()).toBeVisible();

  await page.goto("/now");
  await now.map.scrollIntoViewIfNeeded();
  const mark = await now.map.locator("g path").first().boundingBox();
  if (!mark) throw new Error("nobody has a stop today");
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await expect(page).toHaveURL(/\/(outlets|visits)\/[0-9a-f-]{36}$/);

  await page.goto("/now");
  const stop = (await now.stops()).first();
  const leadsTo = (await stop.getAttribute("href")) ?? "";
  await stop.tap();
  await expect(page).toHaveURL(new RegExp(`${leadsTo}$`));
});
