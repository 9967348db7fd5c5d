// What is said of a candidate: in numbers where they are asked for, so that sources can agree.
import { App } from "../pages/app";
import { PartnerFile } from "../pages/partner";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

test("a topic that is counted takes a whole number, and one that is told takes words", async ({ page, office }) => {
  const [known] = (await office.all("candidate")).filter(({ stage }) => stage === "inspecting");
  if (!known) throw new Error("nobody is inspected");
  const file = new PartnerFile(page);
  await new App(page).begin(REP);
  await page.goto(`/partners/${known.id}`);
  await file.addClaim.click();
  const [topic, said] = [file.sheet.getByLabel("说的是什么"), file.sheet.getByLabel("怎么说的")];
  const save = file.sheet.getByRole("button", { name: "保存" });
  await topic.selectOption({ label: "仓库" });
  await expect(said).toHaveAttribute("inputmode", "numeric");
  await said.fill("三百平");
  await expect(file.sheet).toContainText("只填整数");
  await expect(save).toBeDisabled();
  await said.fill("300");
  await expect(file.sheet).not.toContainText("只填整数");
  await expect(save).toBeEnabled();
  await topic.selectOption({ label: "回款信用" });
  await expect(said).toHaveAttribute("inputmode", "text");
  const claim = crypto.randomUUID();
  const note = { do: "note_claim", claim, candidate: known.id, topic: "warehouse", witness: "peer" };
  expect(await office.push({ ...note, said: { words: "三百平" } })).toMatchObject({
    outcome: "refused",
    reason: { why: "said_unfit" },
  });
  expect(await office.push({ ...note, said: { number: 300 } })).toMatchObject({ outcome: "applied" });
});
