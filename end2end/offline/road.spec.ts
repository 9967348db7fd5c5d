// The whole road of one partner: a name on the street, inspected, agreed with and signed without a network; then a second
// pair of eyes, the manager's word, and an agreement in force with a document of its own.
import { AgreementPage, Draft, PARTIES, type Party } from "../pages/agreement";
import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import { Outbox } from "../pages/outbox";
import { AddPartner, Board, PartnerFile } from "../pages/partner";
import { Visit } from "../pages/visit";
import type { Api } from "../support/api";
import { freeAreas, held } from "../support/ground";
import { MANAGER, REP } from "../support/people";
import { inDays } from "../support/promise";
import type { Checklist } from "../support/records";
import { expect, TABLET, test } from "../support/test";

const NAME = "鸿源达商贸";
const SIGNERS: Record<Party, string> = { 厂家: "李建军", 经销商: "赵国强", 分销商: "孙鸿" };

async function form(office: Api, purpose: string): Promise<Checklist> {
  const list = (await office.all("checklist")).find((list) => list.purpose === purpose);
  if (!list) throw new Error(`no checklist for ${purpose}`);
  return list;
}

test("one partner goes from the street to an agreement in force: offline up to three signatures, then the manager", async ({
  page,
  network,
  office,
  openDevice,
}) => {
  test.setTimeout(420_000); // two devices, three visits, three signatures
  const [inspection, interview] = [await form(office, "inspection"), await form(office, "interview")];
  const [taken] = (await held(office)).flatMap(({ terms }) => terms.ground.areas ?? []);
  const [free] = await freeAreas(office);
  if (!taken || !free) throw new Error("no ground that is taken, or none that is free");
  const [add, file, brief, visit] = [new AddPartner(page), new PartnerFile(page), new Brief(page), new Visit(page)];
  const [draft, agreement] = [new Draft(page), new AgreementPage(page)];

  await new App(page).begin(REP);
  await network.cut();
  await page.goto("/partners/new");
  await add.photographFront();
  await expect(add.position).toBeVisible();
  await add.name.fill(NAME);
  await add.save.click();
  if (await add.same.isVisible()) await add.anyway.click();
  await expect(file.name).toHaveText(NAME);
  const candidate = /partners\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";

  await file.act("已接触过").click();
  await file.act("开始考察").click();
  await brief.arrive();
  await visit.answerEverything(inspection);
  await visit.leave();
  await expect(file.name, "back where one came from").toHaveText(NAME);
  await file.act("做访谈").click();
  await brief.arrive();
  await visit.answerEverything(interview);
  await visit.leave();
  await file.claim("年经营额", "300", "同行", "老王");
  await file.claim("年经营额", "300", "下属门店", "街口小卖部");

  await draft.begin(candidate);
  await draft.choice("市区").check();
  await draft.area(taken.name).click();
  await expect(draft.dock, "whose ground it is is said without a network").toContainText(/和 \d+ 份协议撞了/);
  await draft.takeOut(taken.name).first().click();
  await draft.area(free.name).click();
  await expect(draft.free).toBeVisible();
  await draft.agreeToBoundary(SIGNERS.分销商, [free.name]);
  await draft.freeze();
  for (const party of PARTIES) await agreement.sign(party, SIGNERS[party]);
  await expect(agreement.heading).toHaveText("三方都签了，等经理批");
  for (const party of PARTIES) await agreement.handCopy(party);
  const { id } = draft;

  await network.restore();
  await new App(page).go("发件箱");
  await new Outbox(page).expectEverythingArrived();
  expect(await office.get("agreement", id)).toMatchObject({ state: "signed", candidate });

  // The manager interviews as well, on the tablet, and is asked for a decision afterwards.
  const tablet = await openDevice(TABLET);
  const [theirs, board, desk] = [new PartnerFile(tablet.page), new Board(tablet.page), new AgreementPage(tablet.page)];
  const seen = new Visit(tablet.page);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/partners/${candidate}`);
  await theirs.act("做访谈").click();
  await new Brief(tablet.page).arrive();
  await seen.answerEverything(interview);
  await seen.leave();
  await expect(theirs.name).toHaveText(NAME);

  await page.goto(`/partners/${candidate}`);
  await file.act("报经理审批").click({ timeout: 60_000 });
  await expect.poll(async () => (await office.get("candidate", candidate))?.proposal, { timeout: 30_000 }).toBeTruthy();
  await new App(tablet.page).go("伙伴");
  await board.matter(NAME).first().click();
  await board.decide("通过");
  await desk.open(id);
  await desk.approve.click();
  await expect(desk.heading).toHaveText(/^生效中，还有 \d+ 天$/);
  await expect.poll(async () => (await office.get("agreement", id))?.state, { timeout: 30_000 }).toBe("active");
  expect(await office.get("candidate", candidate)).toMatchObject({ stage: "member" });

  const pdf = await tablet.page.request.get(`/api/v1/agreements/${id}/pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const last = (await office.get("agreement", id))?.terms.until ?? "";
  expect(last > inDays(360), "at least a year").toBe(true);
});
