// Forms and weights on the manager's tablet.
import { App } from "../pages/app";
import { FormEditor } from "../pages/forms";
import { Api } from "../support/api";
import { CENTRE, MANAGER } from "../support/people";
import { expect, test } from "../support/test";

test("a form is changed, tried beside it on a phone that keeps its answers, and published as a version of its own; the trial leaves nothing", async ({
  page,
  office,
}) => {
  const before = (await office.all("checklist")).find((list) => list.purpose === "service");
  const visits = (await office.all("visit")).length;
  if (!before) throw new Error("no form for service visits");
  const form = new FormEditor(page);
  await new App(page).begin(MANAGER);
  await page.goto("/settings/forms");
  await page.getByRole("main").getByRole("link", { name: /^服务回访/ }).click();
  await expect(form.act).toHaveText("还没有改动");
  await expect(form.act).toBeDisabled();

  const [gate, width] = ["仓库门口停得下大车吗", "门口有多宽"];
  await form.lines.last().click();
  await form.add("有或没有", gate);
  await expect(form.answer(gate, "有")).toBeVisible();
  const empty = await form.score.textContent();
  await form.answer(gate, "有").check({ force: true });
  await expect(form.score).not.toHaveText(empty ?? "");

  await form.add("单选", width);
  await form.field("第 1 个").fill("三米以上");
  await form.field("第 2 个").fill("窄");
  await form.switch("有条件才问").check();
  await expect(form.questions.getByText(`「${gate}」答“有”才问`).last()).toBeVisible();
  await expect(form.phone.getByRole("button", { name: gate }), "the answer is still there").toContainText("有");
  await expect(form.answer(width, "三米以上")).toBeVisible();
  await form.questions.getByRole("radiogroup", { name: "答了什么" }).getByRole("radio", { name: "没有" }).check({ force: true });
  await expect(form.asked(width), "it is asked of others now").toHaveCount(0);

  await form.publish.click();
  await expect(form.act).toHaveText("还没有改动");
  const versions = async () => (await office.all("checklist")).filter(({ lineage }) => lineage === before.lineage);
  await expect.poll(async () => (await versions()).length).toBe(2);
  const next = (await versions()).find(({ id }) => id !== before.id);
  expect(next?.version).toBe(before.version + 1);
  expect(next?.scope, "a regional manager speaks for their region").toMatch(/^region:/);
  const [asked, choice] = next?.items.slice(-2) ?? [];
  expect(asked?.title.zh).toBe(gate);
  expect(choice?.options?.map(({ words }) => words.zh)).toEqual(["三米以上", "窄"]);
  expect(choice?.show_if).toEqual({ is: [asked?.key, false] });
  const old = (await versions()).find(({ id }) => id === before.id);
  expect(old?.items, "the version before stays as it was").toHaveLength(before.items.length);
  expect((await office.all("visit")).length, "nobody was visited").toBe(visits);

  await form.questions.getByRole("button", { name: /^版本/ }).click();
  const changes = page.getByRole("dialog").getByRole("status");
  await expect(changes).toContainText(gate);
  await expect(changes).toContainText(width);
});

test("a form of its own is not published before everybody could fill it in, the way to what is missing is one tap, and a closed tab takes nothing with it", async ({
  page,
  office,
}) => {
  const form = new FormEditor(page);
  await new App(page).begin(MANAGER);
  await page.goto("/settings/forms");
  await page.getByRole("main").getByRole("button", { name: "门店拜访", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("新的检查表");
  await form.field("表名").fill("大店检查");
  await form.questions.getByRole("checkbox", { name: "A 类" }).check({ force: true });
  await form.add("有或没有", "门口有堆头吗");
  await form.add("文字", "堆头写的什么");
  await form.switch("有条件才问").check();
  await form.add("照片", "堆头照片");
  await expect(form.publish).toBeEnabled();

  // The question that another one looks at goes behind it, by the keyboard.
  await form.line("门口有堆头吗").press("Alt+ArrowDown");
  await expect(form.lines.first()).toContainText("堆头写的什么");
  await expect(form.line("门口有堆头吗"), "the keyboard goes with it").toBeFocused();
  await expect(form.lines.first()).toContainText("要看的题不在前面");
  await form.toFlaw.click();
  await expect(form.lines.first()).toHaveAttribute("aria-expanded", "true");
  await expect(form.lines.first()).toBeFocused();

  await page.reload();
  await expect(form.lines).toHaveCount(3);
  await form.line("门口有堆头吗").press("Alt+ArrowUp");
  await form.publish.click();
  await expect(form.act).toHaveText("还没有改动");
  const published = async () => (await office.all("checklist")).find(({ title }) => title.zh === "大店检查");
  await expect.poll(published).toMatchObject({ version: 1, classes: ["A"] });
  expect((await published())?.items.map(({ answer }) => answer)).toEqual(["yes_no", "text", "photo"]);
});

test("what must hold between two answers is set beside them, and the phone says it where it does not", async ({ page, office }) => {
  const form = new FormEditor(page);
  await new App(page).begin(MANAGER);
  await page.goto("/settings/forms");
  await page.getByRole("main").getByRole("button", { name: "门店拜访", exact: true }).click();
  await form.field("表名").fill("排面检查");
  await form.add("数字", "全部排面");
  await form.add("数字", "我们的排面");
  await form.lines.first().scrollIntoViewIfNeeded();
  await form.about.click();
  await form.questions.getByRole("button", { name: "加一条核对" }).click();
  const check = form.questions.getByRole("listitem").filter({ hasText: "对不上时对业务代表说" });
  await check.getByLabel("第一个数").selectOption({ label: "我们的排面" });
  await check.getByLabel("第二个数").selectOption({ label: "全部排面" });
  await expect(check.getByRole("status")).toHaveText("「我们的排面」 不多于 「全部排面」");
  await form.field("对不上时对业务代表说").fill("我们的排面比全部还多");
  await form.answerNumber("全部排面", 10);
  await form.answerNumber("我们的排面", 12);
  await expect(form.phone).toContainText("我们的排面比全部还多");
  await form.answerNumber("我们的排面", 9);
  await expect(form.phone).not.toContainText("我们的排面比全部还多");

  await form.publish.click();
  await expect(form.act).toHaveText("还没有改动");
  const published = async () => (await office.all("checklist")).find(({ title }) => title.zh === "排面检查");
  await expect.poll(async () => (await published())?.checks?.length).toBe(1);
  const list = await published();
  const [all, ours] = list?.items ?? [];
  expect(list?.checks?.[0]).toMatchObject({ at: ours?.key, left: { of: ours?.key }, must_be: "at_most", right: { of: all?.key } });
});

test("what was changed on a version that somebody has replaced is offered, and taken over to the new one", async ({ page, office, server }) => {
  const before = (await office.all("checklist")).find((list) => list.purpose === "service");
  if (!before) throw new Error("no form for service visits");
  const form = new FormEditor(page);
  await new App(page).begin(MANAGER);
  await page.goto(`/settings/forms/${before.lineage}`);
  await form.add("有或没有", "门口停得下大车吗");
  const centre = await Api.logIn(server.url, CENTRE);
  const next = { ...before, id: crypto.randomUUID(), version: before.version + 1, title: { zh: "服务回访新版" }, from: Date.now() + 60_000 };
  expect(await centre.push({ do: "publish_checklist", checklist: next })).toMatchObject({ outcome: "applied" });
  await expect(form.dock.getByRole("alert")).toContainText("别人已经发布了新版", { timeout: 30_000 });
  await page.reload();
  await expect(form.dock.getByRole("alert"), "a closed tab takes nothing with it").toContainText("你的改动还在这台设备上");
  await form.dock.getByRole("button", { name: "把我的改动带到新版" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("服务回访新版");
  await expect(form.line("门口停得下大车吗")).toBeVisible();
  await expect(form.publish).toBeEnabled();
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
