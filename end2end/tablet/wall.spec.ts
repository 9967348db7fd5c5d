import { App } from "../pages/app";
import { Wall } from "../pages/wall";
import { Api } from "../support/api";
import { CENTRE, MANAGER } from "../support/people";
import type { Photo } from "../support/records";
import { today } from "../support/template";
import { expect, test } from "../support/test";

/** Photos of visits of the last two weeks, the one that was taken first at the front, as they hang. */
async function hanging(office: Api): Promise<{ all: Photo[]; toJudge: Photo[] }> {
  const since = new Date(Date.parse(today()) - 13 * 86_400_000).toISOString().slice(0, 10);
  const visits = new Map((await office.all("visit")).map((visit) => [visit.id, visit]));
  const all = (await office.all("photo")).filter(({ visit }) => (visits.get(visit)?.day ?? "") >= since);
  all.sort((a, b) => a.taken_at - b.taken_at || (a.id < b.id ? -1 : 1));
  return { all, toJudge: all.filter(({ ruling, visit }) => !ruling && visits.get(visit)?.check_out) };
}

/** The verdict that stands on each of these photos now. */
const rulings = async (office: Api, photos: Photo[]) => {
  const now = new Map((await office.all("photo")).map((photo) => [photo.id, photo.ruling]));
  return photos.map(({ id }) => now.get(id));
};

/** One on which the lot falls; the rules' own tests say which. */
const DRAWN = "00000000-0000-0000-0000-00000000001f";

test("the wall is judged with the keyboard alone, and what was judged stays in its place", async ({ page, office }) => {
  const { toJudge: waiting } = await hanging(office);
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);
  await expect(wall.atHand).toHaveAttribute("aria-posinset", "1");
  await expect(wall.atHand).toHaveAttribute("aria-setsize", `${waiting.length}`);
  await expect(wall.beside.getByRole("heading", { level: 2 }).first()).toBeVisible();
  expect(await wall.photos.count(), "only what is near the window is in the page").toBeLessThanOrEqual(waiting.length);

  await page.keyboard.press("p");
  await expect(wall.atHand).toHaveAttribute("aria-posinset", "2");
  await expect(wall.place(1)).toContainText("合格");
  await page.keyboard.press("2");
  await expect(wall.verdict).toContainText("先选一个重拍原因");
  await page.keyboard.press("2");
  await expect(wall.reason("混放")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(wall.atHand).toHaveAttribute("aria-posinset", "3");
  await expect(wall.place(2)).toContainText("被退回");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length - 2} 张要判`);
  await expect.poll(() => rulings(office, waiting.slice(0, 2))).toEqual(["pass", "redo"]);

  await page.keyboard.press("u");
  await expect(wall.atHand, "back to what it was about").toHaveAttribute("aria-posinset", "2");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length - 1} 张要判`);
  await page.keyboard.press("Control+z");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);
  await expect.poll(() => rulings(office, waiting.slice(0, 2))).toEqual([undefined, undefined]);

  await page.keyboard.press("Home");
  await expect(wall.place(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(wall.large).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(wall.verdict).toContainText(`第 2 张，共 ${waiting.length} 张`);
  await page.keyboard.press("Escape");
  await expect(wall.large).toBeHidden();
  await expect(wall.place(2), "the keyboard goes on where it was").toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("连着选");
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page, "the P after a G is no verdict").toHaveURL(/\/partners/);
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await expect(page).toHaveURL(/\/review\/wall/);
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);
});

test("the points that a photo misses are tapped on the standard or named by keys, and go back with it to its rep", async ({ page, office }) => {
  const { toJudge } = await hanging(office);
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await expect(wall.marks.first()).toBeVisible();
  await wall.mark(1).click();
  await expect(wall.verdict, "a point asks for the redo").toContainText("先选一个重拍原因");
  await expect(wall.point(1)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Shift+Digit2");
  await expect(wall.mark(2)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Shift+Digit1");
  await expect(wall.mark(1), "twice is not at all").toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await expect(wall.notice).toContainText("退回了");
  const [photo] = toJudge;
  const standard = await office.get("display_standard", photo?.standard ?? "");
  const owed = async () => (await office.all("task")).find((task) => task.photo === photo?.id);
  await expect.poll(async () => (await owed())?.missed).toEqual([{ number: 2, words: standard?.points[1]?.words }]);
});

test("Enter sends a photo back although a filter had the keyboard, and the keyboard goes back to the filter", async ({ page, office }) => {
  const { toJudge: waiting } = await hanging(office);
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);
  await wall.chip("还没判").focus();
  await page.keyboard.press("f");
  await expect(wall.asked).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(wall.chip("还没判")).toBeFocused();
  await page.keyboard.press("f");
  await expect(wall.asked, "it has the keyboard in the next frame").toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length - 1} 张要判`);
  await expect(wall.chip("还没判")).toBeFocused();
  await page.keyboard.press("f");
  await expect(wall.asked).toBeFocused();
  await page.keyboard.press("1");
  await page.getByLabel("给业务代表的话").fill("补满再拍");
  await page.keyboard.press("Enter");
  await expect(wall.heading, "from the word to the rep too").toHaveText(`还有 ${waiting.length - 2} 张要判`);
});

test("many are judged at once without a network, and one tap takes all of it back", async ({ page, office, network }) => {
  const { toJudge: waiting } = await hanging(office);
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);
  await network.cut();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(wall.verdict).toContainText("选了 3 张");
  await expect(wall.picked).toHaveCount(3);
  await wall.pass.tap();
  await expect(wall.notice).toContainText("3 张判了合格");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length - 3} 张要判`);
  await wall.undoNotice.tap();
  await expect(wall.notice).toContainText("撤回了");
  await expect(wall.heading).toHaveText(`还有 ${waiting.length} 张要判`);

  await page.keyboard.press("Shift+ArrowRight");
  await wall.redo.tap();
  await wall.reason("价签").tap();
  await wall.redo.tap();
  await expect(wall.notice).toContainText("2 张退回了");
  await network.restore();
  await expect.poll(() => rulings(office, waiting.slice(0, 3))).toEqual(["redo", "redo", undefined]);
});

test("photos are filtered by rep and by how they stand, and every count is what it leaves", async ({ page, office }) => {
  const { all: photos } = await hanging(office);
  const wall = new Wall(page);
  await new App(page).begin(MANAGER);
  await wall.open();
  await wall.chip("全部").click();
  const [rep] = photos.map(({ rep }) => rep);
  const theirs = photos.filter((photo) => photo.rep === rep);
  await wall.wheel("业务代表").selectOption(rep ?? "");
  await expect(wall.place(1)).toHaveAttribute("aria-setsize", `${theirs.length}`);
  const sentBack = theirs.filter(({ ruling }) => ruling === "redo").length;
  await expect(wall.chip("退回过")).toHaveText(`退回过${sentBack}`);
  await wall.wheel("业务代表").selectOption("");
  await expect(wall.place(1)).toHaveAttribute("aria-setsize", `${photos.length}`);
});

test("a passed photo on which the lot falls comes to a second pair of eyes, and both verdicts are counted", async ({ page, office, server }) => {
  const { toJudge: [photo] } = await hanging(office);
  const task = { task: crypto.randomUUID(), due: new Date().toISOString().slice(0, 10) };
  const first = { do: "judge_photo", verdict: DRAWN, photo: photo?.id, ruling: "pass", seen: null, ...task };
  expect(await office.push(first)).toMatchObject({ outcome: "applied" });
  const wall = new Wall(page);
  await new App(page).begin(CENTRE);
  await wall.open();
  await wall.chip("抽查").click();
  const mine = page.locator(`#shot-${photo?.id}`);
  await mine.click();
  await expect(wall.verdict).toContainText("别人判了合格，抽到你再看一眼");
  await wall.pass.click();
  const audit = async () => (await (await Api.logIn(server.url, CENTRE)).get("photo", photo?.id ?? ""))?.audit;
  await expect.poll(audit).toMatchObject({ first: DRAWN, agrees: true });
  await expect(wall.facts).toContainText("一致");
});
