// 定向: looked for by a competitor's brand, among the shops where it was seen (S31), and found again by it.
import { App } from "../pages/app";
import { AddPartner, PartnerFile, Partners } from "../pages/partner";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test.use({ seed: { outlets: 300, days: 20 } });

test("whoever sells a competitor's brand is proposed, taken over by a tap, and found again by the brand", async ({
  page,
  server,
}) => {
  const api = await Api.logIn(server.url, REP);
  const seen = await api.all("sighting");
  const brand = seen[0]?.brand ?? "";
  const often = new Map<string, number>();
  for (const sighting of seen) {
    if (sighting.brand.includes(brand)) often.set(sighting.outlet, (often.get(sighting.outlet) ?? 0) + 1);
  }
  const most = Math.max(...often.values());

  await new App(page).begin(REP);
  await page.goto("/partners");
  const partners = new Partners(page);
  await partners.add.click();
  const add = new AddPartner(page);
  await add.by("定向");
  await expect(page.getByRole("heading", { name: "在这些店看到过" })).toBeHidden();
  await page.getByLabel("按什么条件找的").fill("卖竞品的批发部");
  await page.getByLabel(/^在卖的竞品/).fill(brand);
  const shops = page.locator("section.seen");
  await expect(shops.getByRole("heading")).toHaveText("在这些店看到过");
  await expect(shops.locator(".sec span")).toHaveText(String(often.size));
  const first = shops.getByRole("button").first();
  await expect(first).toContainText(`${brand} ${most} 次`);
  const name = (await first.locator(".t").textContent()) ?? "";
  await first.click();
  await expect(add.name).toHaveValue(name);

  await add.save.click();
  await expect(new PartnerFile(page).name).toHaveText(name);

  await page.goto("/partners");
  const search = page.getByRole("searchbox", { name: "名称、拼音首字母、电话、经营品牌" });
  await search.fill(`${brand} ${name.slice(0, 2)}`);
  await expect(partners.row(name)).toBeVisible();
  await search.fill("没有这样的一家");
  await expect(page.getByText("没有找到")).toBeVisible();
  await page.getByRole("button", { name: "清空" }).click();
  await expect(partners.row(name)).toBeVisible();
});
