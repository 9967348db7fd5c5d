// A visit on paper: everything that one is judged by, also without a network, and only the paper is printed.
import { App } from "../pages/app";
import { MANAGER } from "../support/people";
import { expect, TABLET, test } from "../support/test";

test.use(TABLET);

test("a visit is opened as a report and printed without a network", async ({ page, network, office }) => {
  const visits = await office.all("visit");
  const visit = visits.filter(({ check_out }) => check_out).sort((a, b) => b.day.localeCompare(a.day))[0];
  if (!visit) throw new Error("nobody has finished a visit");
  const shop = await office.get("outlet", visit.outlet);
  await new App(page).begin(MANAGER);
  await page.goto(`/visits/${visit.id}`);
  await expect(page.getByRole("link", { name: "报告和打印" })).toBeVisible({ timeout: 30_000 });
  await network.cut();
  await page.getByRole("link", { name: "报告和打印" }).click();
  await expect(page).toHaveURL(new RegExp(`/visits/${visit.id}/report$`));
  const paper = page.getByRole("article");
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText(shop?.name ?? "");
  for (const words of [visit.rep_name, shop?.code ?? "", "问题和回答", "按这台设备"]) await expect(paper).toContainText(words);
  await expect(paper.getByRole("table")).toBeVisible();

  await page.evaluate(() => {
    window.print = () => void document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "打印" }).click();
  await expect(page.locator("body[data-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(paper).toBeVisible();
});
