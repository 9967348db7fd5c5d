import type { Page } from "@playwright/test";
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Visit } from "../pages/visit";
import { stepsOf } from "../support/day";
import { REP } from "../support/people";
import type { Checklist } from "../support/records";
import { expect, test } from "../support/test";

async function openCode(page: Page, list: Checklist) {
  const [visit, item] = [new Visit(page), itemOf(list, "case_code")];
  const step = stepsOf(list).find(({ items }) => items.includes(item));
  await visit.step(step?.name ?? "").click();
  return { visit, question: visit.question(item) };
}

test("a code of ours is known by its name while it is typed, and a mistyped one is said to be", async ({
  page,
  network,
  office,
}) => {
  await new App(page).begin(REP);
  const { list } = await arriveAtNextShop(page, office);
  const product = (await office.all("product"))[0];
  if (!product) throw new Error("nothing is sold");
  await network.cut();
  const { visit, question } = await openCode(page, list);
  const field = question.region.getByRole("textbox", { name: "条码" });
  await visit.untilSaved(() => field.fill(product.barcode));
  await expect(question.region).toContainText(`我们的${product.name.zh}`);

  const last = Number(product.barcode.slice(-1));
  await visit.untilSaved(() => field.fill(product.barcode.slice(0, -1) + ((last + 1) % 10)));
  await expect(question.region).toContainText("13 位码的校验位对不上");
  await visit.untilSaved(() => field.fill("LOT-7"));
  await expect(question.region, "a case may carry another kind of code").not.toContainText("对不上");
});

test("where the browser cannot read codes nothing is offered but the field", async ({ page, office }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "BarcodeDetector"));
  await new App(page).begin(REP);
  const { list } = await arriveAtNextShop(page, office);
  const { question } = await openCode(page, list);
  await expect(question.region.getByRole("textbox", { name: "条码" })).toBeVisible();
  await expect(question.region.getByRole("button", { name: "扫条码" })).toHaveCount(0);
});

test("where it can, the camera reads the code, fills it in and goes off", async ({ page, network, office }) => {
  // The reader that phones have and this Chromium has not: it finds a code in the third frame that it is shown.
  await page.addInitScript(() => {
    let frames = 0;
    class BarcodeDetector {
      static getSupportedFormats = () => Promise.resolve(["qr_code", "ean_13"]);
      detect = () => Promise.resolve(++frames < 3 ? [] : [{ rawValue: "6901234567892", format: "ean_13" }]);
    }
    Object.assign(window, { BarcodeDetector });
  });
  await new App(page).begin(REP);
  const { list, id } = await arriveAtNextShop(page, office);
  await network.cut();
  const { question } = await openCode(page, list);
  await question.region.getByRole("button", { name: "扫条码" }).click();
  await expect(question.region.getByRole("textbox", { name: "条码" })).toHaveValue("6901234567892");
  await expect(page.getByRole("dialog", { name: "扫条码" })).toBeHidden();
  await expect(page.locator("video")).toHaveCount(0);

  await network.restore();
  await expect
    .poll(async () => (await office.get("visit", id))?.answers.case_code?.value)
    .toEqual({ barcode: "6901234567892" });
});
