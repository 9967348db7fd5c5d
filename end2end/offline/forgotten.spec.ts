import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Visit } from "../pages/visit";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

const HOUR = 60 * 60 * 1000;

test("a visit that nobody checked out of ends at its last step the next day, and says so", async ({
  page,
  network,
  office,
}) => {
  const visit = new Visit(page);
  await new App(page).begin(REP);
  const { list, id, outlet } = await arriveAtNextShop(page, office);
  await network.cut();
  await visit.answer(itemOf(list, "facings"));

  await page.clock.setFixedTime(Date.now() + 26 * HOUR);
  await page.goto("/today");
  const row = page.getByRole("main").getByRole("link").filter({ hasText: "按最后一步" });
  await expect(row).toContainText(outlet.name);
  await row.click();
  await expect(page).toHaveURL(new RegExp(`/visits/${id}`));
  await expect(page.getByText("没签退，按最后一步的时间结束")).toBeVisible();
});
