// Forms and weights on the manager's tablet.
import { App } from "../pages/app";
import { MANAGER } from "../support/people";
import { expect, test } from "../support/test";

test("a form is changed, tried beside it on a phone, and published as a version of its own; the trial leaves nothing", async ({
  page,
  office,
}) => {
  const before = (await office.all("checklist")).find((list) => list.purpose === "service");
  const visits = (await office.all("visit")).length;
  if (!before) throw new Error("no form for service visits");
  await new App(page).begin(MANAGER);
  await page.goto("/settings/forms");
  await page.getByRole("main").getByRole("link", { name: /^服务拜访/ }).click();
  const publish = page.getByRole("region", { name: "检查表和权重" }).getByRole("button");
  await expect(publish).toBeDisabled();

  const phone = page.getByRole("group", { name: "手机上是这样" });
  await page.getByRole("button", { name: "是或否" }).click();
  const question = page.getByRole("article").last();
  await question.getByLabel("问什么").fill("仓库门口停得下大车吗");
  await question.getByLabel("问什么").blur();
  const tried = phone.locator("section").filter({ hasText: "仓库门口停得下大车吗" });
  await expect(tried).toBeVisible();
  const score = phone.getByRole("status");
  const empty = await score.textContent();
  await tried.getByRole("radio").first().check({ force: true });
  await expect(score).not.toHaveText(empty ?? "");

  await publish.click();
  await expect(publish).toBeDisabled();
  await expect.poll(async () => (await office.all("checklist")).filter(({ lineage }) => lineage === before.lineage).length).toBe(2);
  const lists = (await office.all("checklist")).filter(({ lineage }) => lineage === before.lineage);
  const next = lists.find(({ id }) => id !== before.id);
  expect(next?.version).toBe(before.version + 1);
  expect(next?.items.at(-1)?.title.zh).toBe("仓库门口停得下大车吗");
  expect(lists.find(({ id }) => id === before.id)?.items, "the version before stays as it was").toHaveLength(before.items.length);
  expect((await office.all("visit")).length, "nobody was visited").toBe(visits);
});

test("other weights say at once what they would make of today's candidates, and change nothing until they are published", async ({
  page,
  office,
}) => {
  await new App(page).begin(MANAGER);
  const rules = (await office.all("qualification_rule")).length;
  await page.goto("/settings/weights");
  const publish = page.getByRole("region", { name: "资质权重" }).getByRole("button");
  const trial = page.getByRole("main").locator("section").filter({ hasText: "按新权重" });
  await expect(trial.locator(".line").first()).toBeVisible();
  const pass = page.getByRole("group", { name: "及格线" });
  await pass.getByRole("textbox").fill("100");
  await pass.getByRole("textbox").blur();
  await expect(trial.locator(".val.owed").first()).toBeVisible();
  expect((await office.all("qualification_rule")).length).toBe(rules);
  await publish.click();
  await expect.poll(async () => (await office.all("qualification_rule")).length).toBe(rules + 1);
});
