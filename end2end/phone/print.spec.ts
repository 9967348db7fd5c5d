// An agreement on paper: what was agreed, who signed, its hash and code, and nothing of the app around it.
import { AgreementPage } from "../pages/agreement";
import { App } from "../pages/app";
import { MANAGER, REP } from "../support/people";
import { longDay } from "../support/promise";
import { today } from "../support/template";
import { expect, TABLET, test } from "../support/test";

const numberOf = ({ id, terms }: { id: string; terms: { from: string } }) =>
  `${terms.from.slice(0, 4)}-${id.slice(-6).toUpperCase()}`;

test("on paper stands all that was agreed, black on white, without a network, and nothing that can be tapped", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  const [known] = (await office.all("agreement")).filter(({ state, hash }) => state === "active" && hash);
  if (!known) throw new Error("no agreement is in force");
  const tablet = await openDevice(TABLET);
  const screens = [
    { at: page, line: network, whose: REP },
    { at: tablet.page, line: tablet.network, whose: MANAGER },
  ];
  for (const { at, line, whose } of screens) {
    const agreement = new AgreementPage(at);
    await new App(at).begin(whose);
    // Whoever works in the dark prints on white paper all the same.
    await at.evaluate(() => localStorage.setItem("theme", "dark"));
    await line.cut();
    await agreement.open(known.id);
    const title = agreement.main.getByText("三方联营协议", { exact: true });
    const code = agreement.main.getByRole("img", { name: "协议的二维码" });
    await expect(code).toBeVisible();
    await expect(title, "the screen has a sentence instead").toBeHidden();

    await at.emulateMedia({ media: "print" });
    await expect(title).toBeVisible();
    await expect(code).toBeVisible();
    const paper = [
      numberOf(known),
      known.dealer_name,
      known.candidate_name,
      longDay(known.terms.from),
      longDay(known.terms.until),
      ...(known.terms.ground.areas ?? []).map(({ name }) => name),
      ...(known.signatures ?? []).map(({ name }) => name),
      known.hash ?? "no hash",
      `生效中，${longDay(today())}打印`,
      "不再设第二家分销商",
      "营销培训",
      "物流配送",
    ];
    for (const words of paper) await expect(agreement.main).toContainText(words, { useInnerText: true });
    await expect(agreement.main.locator("dt").filter({ hasText: /^厂家$/ }).first().locator("+ dd")).not.toBeEmpty();
    await expect(title).toHaveCSS("color", "rgb(0, 0, 0)");
    await expect(at.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    const clauses = agreement.main.locator(".clause, .parties > li");
    expect(await clauses.count()).toBeGreaterThan(10);
    const cut = await clauses.evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length);
    expect(cut, "clauses that the end of a page may cut").toBe(0);
    await expect(new App(at).tabs).toBeHidden();
    await expect(agreement.dock).toBeHidden();
    await expect(at.locator("button:visible, a:visible, input:visible, dialog:visible, .toast:visible")).toHaveCount(0);
    await expect(agreement.main.getByRole("heading", { name: "四项保障" })).toBeHidden();
    await expect(agreement.heading).toBeHidden();

    await at.emulateMedia({ media: "screen" });
    await expect(new App(at).tabs).toBeVisible();
    await expect(agreement.heading).toBeVisible();
  }
});
