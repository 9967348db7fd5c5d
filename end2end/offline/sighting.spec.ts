import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { SightingSheet } from "../pages/beside";
import { Visit } from "../pages/visit";
import { MANAGER, REP } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test("a competitor is noted without a network, with the photo that shows it, and stands in the list to be changed", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  const [visit, seen] = [new Visit(page), new SightingSheet(page)];
  await new App(page).begin(REP);
  const { list, id, outlet } = await arriveAtNextShop(page, office);
  await network.cut();
  await visit.photograph(itemOf(list, "front"));

  await seen.row.click();
  await expect(seen.save, "without a brand there is nothing to note").toBeDisabled();
  await seen.brand.fill("可口可乐");
  await seen.product.fill("美汁源 450ml");
  await seen.price.fill("4.5.1");
  await expect(seen.save, "what is no amount is not guessed").toBeDisabled();
  await seen.price.fill("4.5");
  await seen.promotion.fill("第二瓶半价");
  await seen.spend.fill("800");
  await seen.photos.first().click();
  await expect(seen.photos.first()).toHaveAttribute("aria-pressed", "true");
  await seen.save.click();
  await expect(seen.sheet).toBeHidden();
  await expect(seen.noted("可口可乐")).toContainText("¥4.50·第二瓶半价·估计花 ¥800.00");

  await seen.noted("可口可乐").click();
  await seen.promotion.fill("买一送一");
  await seen.save.click();
  await expect(seen.noted("可口可乐"), "changed, and still one").toHaveCount(1);
  await expect(seen.noted("可口可乐")).toContainText("买一送一");
  await visit.goToCheckOut();
  await expect(seen.noted("可口可乐"), "it is found when leaving too").toBeVisible();

  await network.restore();
  const there = async () => (await office.all("sighting")).filter(({ visit }) => visit === id);
  await expect.poll(async () => (await there()).map(({ promotion }) => promotion)).toEqual(["买一送一"]);
  const photo = (await office.all("photo")).find((photo) => photo.visit === id);
  expect((await there())[0]).toMatchObject({
    outlet: outlet.id,
    brand: "可口可乐",
    product: "美汁源 450ml",
    price: 450,
    spend: 80_000,
    photo: photo?.id,
  });

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(tablet.page.getByRole("main")).toContainText("可口可乐 美汁源 450ml");
});

test("what was thrown away by mistake is back at a tap", async ({ page, network, office }) => {
  const seen = new SightingSheet(page);
  await new App(page).begin(REP);
  const { id } = await arriveAtNextShop(page, office);
  await network.cut();
  await seen.row.click();
  await seen.brand.fill("百事");
  await seen.save.click();
  await seen.noted("百事").click();
  await seen.drop.click();
  await expect(seen.noted("百事")).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(seen.noted("百事")).toHaveCount(1);

  await network.restore();
  const brands = async () => (await office.all("sighting")).filter(({ visit }) => visit === id).map(({ brand }) => brand);
  await expect.poll(brands).toEqual(["百事"]);
});

test.describe("where competitors were seen before", () => {
  // Long enough for some of them.
  test.use({ seed: { outlets: 120, days: 20 } });

  test("a brand seen elsewhere is one tap away", async ({ page, network, office }) => {
    const seen = new SightingSheet(page);
    await new App(page).begin(REP);
    await arriveAtNextShop(page, office);
    await network.cut();
    await seen.row.click();
    const first = seen.brands.first();
    const brand = (await first.textContent()) ?? "";
    await first.click();
    await expect(seen.brand).toHaveValue(brand);
    await seen.save.click();
    await expect(seen.noted(brand)).toBeVisible();
  });
});
