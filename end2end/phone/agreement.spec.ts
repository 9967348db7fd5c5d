// The three-party agreement: whose ground a draft meets is said while it is written, three sign on the glass, and the
// manager puts it in force. All of it without a network until the last step.
import { AgreementPage, Compare, Draft, PARTIES, type Party } from "../pages/agreement";
import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { PartnerFile } from "../pages/partner";
import { Api } from "../support/api";
import { candidateOf, freeAreas, held } from "../support/ground";
import { MANAGER, NEIGHBOUR, REP } from "../support/people";
import type { Area, Candidate } from "../support/records";
import { today } from "../support/template";
import { expect, PHONE, TABLET, test } from "../support/test";

const SIGNERS: Record<Party, string> = { 厂家: "李建军", 经销商: "赵国强", 分销商: "钱秀英" };

/** The first of a list that has to hold one. */
function first<T>(list: T[], what: string): T {
  const [one] = list;
  if (one === undefined) throw new Error(`there is no ${what}`);
  return one;
}

const numberOf = ({ id, terms }: { id: string; terms: { from: string } }) =>
  `${terms.from.slice(0, 4)}-${id.slice(-6).toUpperCase()}`;

test("a draft that meets another's ground says so offline, is moved, signed by three, and comes into force", async ({
  page,
  network,
  office,
  openDevice,
  server,
}) => {
  test.slow(); // a phone and a tablet
  const candidate = await candidateOf(office, await Api.logIn(server.url, REP));
  expect(candidate.stage, "the manager approves at the end").toBe("qualified");
  const other = first((await held(office)).filter((agreement) => agreement.candidate !== candidate.id), "ground held");
  const taken = first(other.terms.ground.areas ?? [], "area in it");
  const free = first(await freeAreas(office), "free area");
  const dealer = first(await office.all("dealer"), "dealer");

  const [draft, agreement] = [new Draft(page), new AgreementPage(page)];
  await new App(page).begin(REP);
  await network.cut();
  await draft.begin(candidate.id);
  await draft.choice(dealer.name).check();
  await draft.choice(/^综合式/).check();
  await draft.choice("市区").check();
  await draft.area(taken.name).click();
  const card = draft.meets.filter({ hasText: numberOf(other) });
  await expect(card).toContainText(other.candidate_name);
  await expect(card).toContainText(taken.name);
  await expect(draft.dock).toContainText(/和 \d+ 份协议撞了/);
  await expect(draft.signOff, "nobody agrees to what is another's").toBeHidden();
  await expect(draft.kept).toBeVisible();

  // A phone that is switched off here has all of it.
  await page.reload();
  await expect(draft.area(taken.name)).toHaveAttribute("aria-pressed", "true");
  await expect(card).toBeVisible();

  await draft.takeOut(taken.name).first().click();
  await expect(card).toBeHidden();
  await draft.notice(`${taken.name}去掉了`).getByRole("button", { name: "撤销" }).click();
  await expect(card).toBeVisible();
  await draft.takeOut(taken.name).first().click();
  await expect(card).toBeHidden();
  await draft.area(free.name).click();
  await expect(draft.free).toBeVisible();
  await draft.agreeToBoundary(SIGNERS.分销商, [free.name]);
  await draft.freeze();

  await expect(agreement.heading).toHaveText("条件定了，等三方签字");
  const strokes: RegExp[] = [];
  for (const party of PARTIES) strokes.push(await agreement.sign(party, SIGNERS[party]));
  await expect(agreement.heading).toHaveText("三方都签了，等经理批");
  for (const party of PARTIES) await agreement.handCopy(party);
  await expect(agreement.dock).toContainText("等经理批");

  const { id } = draft;
  await network.restore();
  await expect.poll(async () => (await office.get("agreement", id))?.copies?.length, { timeout: 30_000 }).toBe(3);
  const signed = await office.get("agreement", id);
  expect(signed).toMatchObject({ state: "signed", ground_signed: { name: SIGNERS.分销商 } });
  expect(signed?.terms.ground.areas?.map(({ code }) => code)).toEqual([free.code]);
  expect(signed?.signatures).toEqual(
    PARTIES.map((party, at) =>
      expect.objectContaining({ name: SIGNERS[party], signature: expect.stringMatching(strokes[at] ?? /$^/) }),
    ),
  );

  const tablet = await openDevice(TABLET);
  const desk = new AgreementPage(tablet.page);
  await new App(tablet.page).begin(MANAGER);
  // The whole region has to be on the new tablet before it can decide.
  await tablet.page.goto(`/partners/${candidate.id}`);
  await expect(tablet.page.getByRole("heading", { level: 1 })).toContainText(candidate.name);
  await desk.open(id);
  await desk.approve.click();
  await expect(desk.heading).toHaveText(/^生效中，还有 \d+ 天$/);
  await expect.poll(async () => (await office.get("agreement", id))?.state, { timeout: 30_000 }).toBe("active");
  expect(await office.get("candidate", candidate.id)).toMatchObject({ stage: "member" });
  const alliance = (await office.all("alliance")).find((alliance) => alliance.dealer === signed?.dealer);
  expect(alliance?.members).toContainEqual(expect.objectContaining({ candidate: candidate.id, agreement: id }));
});

test("of two phones that offer the same ground without a network one gets it, and the other is told whose it is", async ({
  page,
  network,
  office,
  openDevice,
  server,
}) => {
  test.slow(); // two phones
  const mine = await candidateOf(office, await Api.logIn(server.url, REP));
  const theirs = await candidateOf(office, await Api.logIn(server.url, NEIGHBOUR), [mine.id]);
  const free = first(await freeAreas(office), "free area");
  const second = await openDevice(PHONE);
  await Promise.all([new App(page).begin(REP), new App(second.page).begin(NEIGHBOUR)]);
  await Promise.all([network.cut(), second.network.cut()]);
  const kept = await offered(new Draft(page), mine, free);
  const late = await offered(new Draft(second.page), theirs, free);

  await network.restore();
  await expect.poll(async () => (await office.get("agreement", kept))?.state, { timeout: 30_000 }).toBe("offered");
  await second.network.restore();
  const [app, outbox] = [new App(second.page), new Outbox(second.page)];
  await second.page.goto("/outbox");
  const card = outbox.card(/被退回$/).filter({ hasText: `已经由${mine.name}独家经营` });
  await expect(card).toBeVisible({ timeout: 30_000 });
  await expect(app.heading).toBeVisible();
  // The draft has lost nothing: the boundary is moved and it is offered again.
  await expect.poll(async () => (await office.get("agreement", late))?.state).toBe("draft");
  const again = new Draft(second.page);
  await second.page.goto(`/agreements/${late}/draft?with=${theirs.id}`);
  await expect(again.meets).toContainText(mine.name, { timeout: 30_000 });
  await expect(again.area(free.name)).toHaveAttribute("aria-pressed", "true");
});

/** Written, agreed to and frozen on one area; gives its number. */
async function offered(draft: Draft, candidate: Candidate, area: Area): Promise<string> {
  await draft.begin(candidate.id);
  await draft.choice("市区").check();
  await draft.area(area.name).click();
  await expect(draft.free).toBeVisible();
  await draft.agreeToBoundary("钱秀英", [area.name]);
  await draft.freeze();
  return draft.id;
}

test("what is signed on paper takes a photo of the sealed page before a name counts", async ({
  page,
  network,
  office,
  server,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const candidate = await candidateOf(office, rep);
  const id = await offeredFromElsewhere(rep, candidate, first(await freeAreas(office), "free area"));
  const agreement = new AgreementPage(page);
  await new App(page).begin(REP);
  await network.cut();
  await agreement.open(id);
  const before = await agreement.beginToSign("厂家", SIGNERS.厂家);
  await before.getByRole("radio", { name: "签在纸上" }).check();
  await expect(before).toContainText("先拍盖章页");
  await expect(before.getByRole("button", { name: "看过了，签字" })).toBeDisabled();
  await before.getByRole("button", { name: "关闭" }).click();

  await agreement.photographPage();
  const after = await agreement.beginToSign("厂家", SIGNERS.厂家);
  await after.getByRole("radio", { name: "签在纸上" }).check();
  await expect(after).toContainText("盖章页拍了 1 张");
  await after.getByRole("button", { name: "看过了，签字" }).click();
  await expect(after).toBeHidden();
  await expect(agreement.main).toContainText(`${SIGNERS.厂家}，`);
  await expect(agreement.main).toContainText("签在纸上");

  await network.restore();
  const arrived = async () => (await office.get("agreement", id))?.signatures?.[0];
  await expect.poll(arrived, { timeout: 30_000 }).toMatchObject({ party: "manufacturer", name: SIGNERS.厂家 });
  expect((await arrived())?.signature ?? "").toBe("");
  const photo = async () => (await office.all("photo")).find(({ visit }) => visit === id);
  await expect.poll(async () => (await photo())?.received_at, { timeout: 30_000 }).toBeTruthy();
  expect(await office.holds((await photo())?.hash ?? "")).toBe(true);
});

/** The same from another device of the rep's. */
async function offeredFromElsewhere(rep: Api, candidate: Candidate, area: Area): Promise<string> {
  const agreement = crypto.randomUUID();
  const dealer = first(
    (await rep.all("dealer")).filter(({ region }) => region === candidate.region),
    "dealer",
  ).id;
  const year = Number(today().slice(0, 4)) + 2;
  const terms = {
    type: "comprehensive",
    ground: { type: "urban", areas: [area] },
    coverage: ["A", "B", "C", "D"].map((cls) => ({ class: cls, by: "sub_distributor" })),
    from: today(),
    until: `${year}${today().slice(4)}`.replace("-02-29", "-02-28"),
    cycle_days: 7,
  };
  const applied = { outcome: "applied" };
  expect(await rep.push({ do: "draft_agreement", agreement, candidate: candidate.id, dealer, terms })).toMatchObject(applied);
  expect(await rep.push({ do: "sign_off_ground", agreement, name: "钱秀英" })).toMatchObject(applied);
  expect(await rep.push({ do: "offer_agreement", agreement })).toMatchObject(applied);
  return agreement;
}

test("an offer that nobody has signed is taken back by whoever made it, without a network, and nothing of it is lost", async ({
  page,
  network,
  office,
  server,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const candidate = await candidateOf(office, rep);
  const free = first(await freeAreas(office), "free area");
  const id = await offeredFromElsewhere(rep, candidate, free);
  const [draft, agreement] = [new Draft(page), new AgreementPage(page)];
  await new App(page).begin(REP);
  await network.cut();
  await agreement.open(id);
  await agreement.takeBack.click();
  await agreement.dock.getByRole("link", { name: "接着写" }).click();
  await expect(draft.area(free.name)).toHaveAttribute("aria-pressed", "true");
  await expect(draft.dock, "the boundary is still agreed to").toContainText("边界钱秀英认了");
  await draft.freeze();
  await expect(agreement.takeBack).toBeVisible();
  await agreement.sign("厂家", SIGNERS.厂家);
  await expect(agreement.takeBack, "a name is under it").toBeHidden();

  await network.restore();
  await expect.poll(async () => (await office.get("agreement", id))?.signatures?.length, { timeout: 30_000 }).toBe(1);
});

test("whoever scans the code is told whether it is word for word the same agreement", async ({ page, office }) => {
  const known = first((await office.all("agreement")).filter(({ hash }) => hash), "frozen agreement");
  const agreement = new AgreementPage(page);
  await new App(page).begin(REP);
  await agreement.open(known.id, `#${known.hash}`);
  await expect(agreement.main.getByRole("img", { name: "协议的二维码" })).toBeVisible();
  await expect(agreement.main).toContainText("和扫的那份一字不差");
  await agreement.main.getByRole("button", { name: `${known.hash?.slice(0, 8)}…` }).click();
  await expect(agreement.main.getByRole("button", { name: known.hash ?? "", exact: true })).toBeVisible();
  await page.goto("/today");
  await agreement.open(known.id, `#${"0".repeat(64)}`);
  await expect(agreement.main).toContainText("和扫的那份不一样");
});

test("whoever holds a paper compares it without a login, and a phone without a network with what is on it", async ({
  page,
  network,
  office,
  openDevice,
  complaints,
}) => {
  const known = first((await office.all("agreement")).filter(({ state, hash }) => state === "active" && hash), "agreement in force");
  const hash = known.hash ?? "";
  const stranger = await openDevice(PHONE);
  const compare = new Compare(stranger.page);
  await compare.open(hash);
  await expect(compare.heading).toHaveText("有这份协议，正在生效");
  const told = [numberOf(known), known.dealer_name, known.candidate_name, hash, ...(known.signatures ?? []).map(({ name }) => name)];
  for (const words of told) await expect(compare.main).toContainText(words);
  await expect(compare.main, "prices are between the parties").not.toContainText("¥");
  await compare.other.click();
  await expect(compare.heading).toHaveText("This agreement is on record and in force");
  complaints.allow(/status of 404/, "nobody has this code");
  await compare.open("0".repeat(64));
  await expect(compare.heading).toHaveText("没有这个核对码的协议");

  const agreement = new AgreementPage(page);
  await new App(page).begin(REP);
  await network.cut();
  await page.goto(`/compare/${hash}`);
  await expect(page).toHaveURL(new RegExp(`/agreements/${known.id}#${hash}$`));
  await expect(agreement.main).toContainText("和扫的那份一字不差");
});

test("whether goods come as promised is asked of the partner, and their word stands with the guarantees and in their file", async ({
  page,
  network,
  office,
}) => {
  const known = first((await office.all("agreement")).filter(({ state }) => state === "active"), "agreement in force");
  const agreement = new AgreementPage(page);
  const file = new PartnerFile(page);
  await new App(page).begin(REP);
  await network.cut();
  await agreement.open(known.id);
  const margin = agreement.promise("利益保护");
  await expect(margin).toContainText(/最薄的是.+一箱进价 ¥[\d.]+，.+他自己留 [\d.]+%/);
  const service = agreement.promise("服务保障");
  await expect(service).toContainText("还没人问过他");
  await service.getByRole("link", { name: "去问他" }).click();
  await expect(file.sheet.getByLabel("说的是什么")).toHaveValue("5");
  await expect(file.sheet.getByLabel("谁说的")).toHaveValue("0");
  await file.sheet.getByLabel("怎么说的").fill("30");
  await file.sheet.getByRole("button", { name: "保存" }).click();
  await expect(file.sheet).toBeHidden();
  const kept = page.getByRole("main").getByRole("link", { name: /没做到/ });
  await expect(kept).toContainText("服务保障：他说 30 天来一次货");
  await expect(page.getByRole("main").getByRole("link", { name: /^本月职责/ })).toBeVisible();
  await kept.click();
  await expect(page).toHaveURL(new RegExp(`/agreements/${known.id}$`));
  await expect(service).toContainText("他说 30 天来一次货，答应的是 7 天");
});
