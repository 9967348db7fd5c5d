// A manager draws what a shelf is held against: the picture, the points on it, and for which shops.
import { App } from "../pages/app";
import { Standards } from "../pages/standards";
import { Api } from "../support/api";
import { MANAGER, REP } from "../support/people";
import { expect, test } from "../support/test";

test("a point is tapped on the picture, moved by hand and by keys, and published as a version that its forms follow", async ({
  page,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [known] = await office.all("display_standard");
  if (!known) throw new Error("there is no standard");
  const count = known.points.length;
  const standards = new Standards(page);
  await new App(page).begin(MANAGER);
  await new App(page).go("设置");
  await standards.open(known.name.zh);
  await expect(standards.marks).toHaveCount(count);
  await expect(standards.publish, "nothing has changed yet").toBeDisabled();

  await standards.board.scrollIntoViewIfNeeded();
  const [corner, beside] = [await standards.spot(8, 8), await standards.spot(20, 30)];
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(beside.x, beside.y, { steps: 5 });
  await page.mouse.up();
  await expect(standards.marks).toHaveCount(count + 1);
  await expect(standards.publish, "a point asks something").toBeDisabled();
  await standards.asks(count + 1).fill("冰柜门擦干净");
  await standards.number(count + 1).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(standards.detail).toContainText("这些检查表同一天换成新版");
  await standards.publish.click();
  await expect(standards.notice(`${known.name.zh}发布了`)).toBeVisible();

  const next = async () =>
    (await rep.all("display_standard")).find(({ lineage, version }) => lineage === known.lineage && version === known.version + 1);
  await expect.poll(async () => (await next())?.points.length, { timeout: 30_000 }).toBe(count + 1);
  const published = await next();
  expect(published?.reference?.hash, "the picture stays").toBe(known.reference?.hash);
  expect(published?.points.slice(0, count)).toEqual(known.points);
  const [x = 0, y = 0] = published?.points[count]?.at ?? [];
  expect(Math.abs(x - 220)).toBeLessThanOrEqual(6);
  expect(Math.abs(y - 302)).toBeLessThanOrEqual(6);
  expect((await rep.get("display_standard", known.id))?.points, "what was published is never changed").toEqual(known.points);
  await expect
    .poll(async () => (await rep.all("checklist")).some((list) => JSON.stringify(list.items).includes(published?.id ?? "?")), { timeout: 30_000 })
    .toBe(true);
});

test("a photo that was passed becomes the picture of a new standard, whose points are placed by keys alone", async ({ page, office }) => {
  const standards = new Standards(page);
  const [known] = await office.all("display_standard");
  if (!known) throw new Error("there is no standard");
  await new App(page).begin(MANAGER);
  await page.goto("/settings/standards?standard=new");
  await standards.detail.getByRole("button", { name: "合格的照片" }).click();
  await page.getByRole("dialog").locator("button.tile").first().click();
  await expect(standards.detail.locator(".stdboard img")).toBeVisible();
  await standards.detail.getByLabel("名称", { exact: true }).fill("端架");
  await standards.detail.getByRole("button", { name: "在中间加一个要点" }).press("Enter");
  await standards.asks(1).fill("端架全是本品");
  await standards.publish.press("Enter");
  await expect(standards.notice("端架发布了")).toBeVisible();
  await expect
    .poll(async () => (await office.all("display_standard")).find(({ name }) => name.zh === "端架")?.points.map(({ at }) => at), { timeout: 30_000 })
    .toEqual([[500, 500]]);
  const published = (await office.all("display_standard")).find(({ name }) => name.zh === "端架");
  const photos = (await office.all("photo")).filter(({ hash }) => hash === published?.reference?.hash);
  expect(photos.map(({ ruling }) => ruling)).toContain("pass");
});
