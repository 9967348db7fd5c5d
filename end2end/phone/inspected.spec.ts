// An inspection names who was there: the rep, and the dealer who came along (S35).
import { App } from "../pages/app";
import { PartnerFile } from "../pages/partner";
import { MANAGER } from "../support/people";
import { expect, test } from "../support/test";

test("the file says who inspected together, and who inspected alone", async ({ page, office }) => {
  const candidates = await office.all("candidate");
  const visits = (await office.all("visit")).filter(({ outlet }) => candidates.some(({ id }) => id === outlet));
  const joint = visits.find(({ companions }) => companions?.length);
  const [along] = joint?.companions ?? [];
  if (!joint || !along) throw new Error("nobody came along anywhere");
  const file = new PartnerFile(page);
  await new App(page).begin(MANAGER);
  await page.goto(`/partners/${joint.outlet}`);
  await expect(file.reasons.filter({ hasText: `${joint.rep_name}和${along.name}一起考察` })).toBeVisible();
  await expect(page.getByRole("link", { name: `${joint.rep_name}、${along.name}` })).toBeVisible();

  const together = new Set(visits.filter(({ companions }) => companions?.length).map(({ outlet }) => outlet));
  const alone = candidates.find(({ id, stage }) => ["inspecting", "proposed"].includes(stage) && !together.has(id));
  if (!alone) throw new Error("nobody was inspected alone");
  await page.goto(`/partners/${alone.id}`);
  await expect(file.reasons.filter({ hasText: /一个人考察的，没记下经销商同行的人$/ })).toBeVisible();
});
