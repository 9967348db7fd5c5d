// Whoever is qualified is looked at again before that ends, and it is said to whoever looks after them.
import { App } from "../pages/app";
import { Board, PartnerFile, Partners } from "../pages/partner";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import { inDays, longDay } from "../support/promise";
import { expect, PHONE, TABLET, test } from "../support/test";

test("a qualification that ends within a month is said to its owner on a chip, in the row and in the file", async ({
  page,
  office,
  openDevice,
}) => {
  test.slow(); // three devices
  const [member] = (await office.all("candidate")).filter(
    ({ stage, owner_name }) => stage === "member" && owner_name === REP.name,
  );
  if (!member) throw new Error(`${REP.name} looks after no member`);
  const chip = (of: Partners) => of.page.getByRole("button", { name: /^要复审/ });
  const [partners, file] = [new Partners(page), new PartnerFile(page)];
  await new App(page).begin(REP);
  await page.goto("/partners");
  await expect(partners.row(member.name)).toBeVisible();
  await expect(chip(partners), "nothing is said while nothing ends").toBeHidden();

  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/partners/${member.id}`);
  await new Board(tablet.page).decide("通过", "先看二十天", "", inDays(20));
  await expect.poll(async () => (await office.get("candidate", member.id))?.qualified_until).toBe(inDays(20));
  await expect(chip(partners)).toHaveText("要复审 1", { timeout: 30_000 });
  await chip(partners).click();
  const row = page.getByRole("main").getByRole("link");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`认证${longDay(inDays(20))}到期，还有 20 天，要复审`);
  await row.click();
  await expect(file.name).toHaveText(member.name);
  await expect(page.getByRole("main")).toContainText(`认证${longDay(inDays(20))}到期`);
  await expect(file.dock.getByRole("button", { name: /^(再考察一次|报经理审批)$/ })).toBeVisible();

  const other = await openDevice(PHONE);
  const theirs = new Partners(other.page);
  await new App(other.page).begin(NEIGHBOUR);
  await other.page.goto("/partners");
  await expect(theirs.heading).not.toBeEmpty();
  await theirs.only("全区域");
  await expect(theirs.row(member.name)).toBeVisible();
  await expect(chip(theirs), "it is not theirs to do").toBeHidden();
  await expect(theirs.row(member.name)).not.toContainText("复审");
});
