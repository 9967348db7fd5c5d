// Every screen there is, each by its address and without a word of any language, so that it can be looked at in all.
import { expect, type Page } from "@playwright/test";
import type { Api } from "../support/api";
import { visitsBeside } from "../support/day";
import { shopVisits } from "../support/shops";
import { App } from "./app";
import { arriveAtNextShop, itemOf } from "./arrive";
import { Visit } from "./visit";

export interface Screen {
  name: string;
  address: string;
  /** What to do there first. */
  first?: (page: Page) => Promise<void>;
}

export const LANGUAGES = ["zh", "en"] as const;
export const THEMES = ["light", "dark"] as const;

export interface Look {
  language: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
}

/** As the person's own page would set it. */
export async function wear(page: Page, { language, theme }: Look): Promise<void> {
  await page.evaluate(([language, theme]) => {
    localStorage.setItem("language", language);
    localStorage.setItem("theme", theme);
  }, [language, theme] as const);
}

/** Opens a screen and waits until all that it reads is there. */
export async function show(page: Page, { address, first }: Screen): Promise<void> {
  await page.goto(address);
  await atRest(page);
  if (!first) return;
  await first(page);
  await atRest(page);
}

async function atRest(page: Page): Promise<void> {
  await expect(page.getByRole("main").or(page.getByRole("dialog")).first()).toBeVisible();
  await expect(page.locator(".sk, [aria-busy=true]")).toHaveCount(0);
  // What the server draws is Chinese; whoever chose another language reads it once the app has started.
  await page.waitForFunction(() => document.documentElement.lang.startsWith(localStorage.getItem("language") ?? ""));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
}

const press = (selector: string) => async (page: Page) => page.locator(selector).first().click();

export const LOGIN: Screen = { name: "login", address: "/login" };
export const VERIFY: Screen = { name: "verify", address: "/verify" };
export const LOGIN_WRONG: Screen = { name: "login-wrong", address: "/login", first: press("form .btn.main") };

/** The rep's screens. Leaves a visit open, with one photo and two answers. */
export async function repScreens(page: Page, office: Api): Promise<Screen[]> {
  const [before, toShops] = [await office.all("visit"), await shopVisits(office)];
  const { list, id } = await arriveAtNextShop(page, office);
  const visit = new Visit(page);
  await visit.photograph(itemOf(list, "front"));
  await visit.answer(itemOf(list, "facings"));
  await visit.answer(itemOf(list, "poster"));
  await expect.poll(async () => (await visitsBeside(office, before)).length).toBe(1);
  const rep = (await office.get("visit", id))?.rep;
  const ended = toShops.filter((visit) => visit.rep === rep && visit.check_out && visit.photos).at(-1);
  const elsewhere = toShops.find((visit) => visit.rep === rep && visit.outlet !== ended?.outlet);
  const partners = await partnerScreens(office);
  return [
    { name: "today", address: "/today" },
    { name: "today-skip", address: "/today", first: press(".stop > .more") },
    { name: "outlets", address: "/outlets" },
    { name: "outlets-none", address: "/outlets", first: (page) => page.getByRole("searchbox").fill("QQQQ") },
    { name: "brief", address: `/outlets/${ended?.outlet}` },
    { name: "brief-unknown", address: "/outlets/01990000-0000-7000-8000-000000000000" },
    { name: "visit-display", address: `/visits/${id}?step=0` },
    { name: "visit-stock", address: `/visits/${id}?step=1` },
    { name: "visit-relations", address: `/visits/${id}?step=2` },
    { name: "visit-note", address: `/visits/${id}?step=0`, first: press(".dock .btn.sq") },
    { name: "visit-photo", address: `/visits/${id}?step=0`, first: openPhoto },
    { name: "camera", address: `/visits/${id}?step=0&camera=shelf.side`, first: (page) => expect(page.locator(".shutter")).toBeEnabled() },
    { name: "check-out", address: `/visits/${id}?step=out` },
    { name: "check-out-task", address: `/visits/${id}?step=out`, first: press("main button.line") },
    { name: "check-out-sighting", address: `/visits/${id}?step=out`, first: press("main button.line >> nth=1") },
    { name: "check-out-companion", address: `/visits/${id}?step=out`, first: press("main button.line >> nth=2") },
    { name: "check-out-sign", address: `/visits/${id}?step=out`, first: press("main button.line >> nth=3") },
    { name: "visit-task", address: `/visits/${id}?step=0`, first: press("section.q .quietly") },
    { name: "visit-ended", address: `/visits/${ended?.id}` },
    { name: "visit-unknown", address: "/visits/01990000-0000-7000-8000-000000000000" },
    { name: "tasks", address: "/tasks", first: press(".views label:first-of-type input") },
    { name: "task", address: "/tasks", first: openTask },
    { name: "tasks-board", address: "/tasks", first: press(".views label:last-of-type input") },
    { name: "away", address: "/me/away" },
    { name: "away-ask", address: "/me/away", first: press(".dock .btn.main") },
    { name: "outbox", address: "/outbox" },
    { name: "parcels", address: "/outbox/parcels" },
    { name: "me", address: "/me" },
    { name: "me-data", address: "/me/data" },
    { name: "me-password", address: "/me/password" },
    { name: "me-install", address: "/me/install" },
    { name: "my-team", address: "/team" },
    { name: "nowhere", address: "/nowhere" },
    { name: "brief-other-open", address: `/outlets/${elsewhere?.outlet}` },
    { name: "partner-add", address: "/partners/new" },
    { name: "partner-targeted", address: "/partners/new", first: lookForBrand(await brandSeen(office, rep)) },
    { name: "partner-next", address: partners.inspecting, first: press("main button.line") },
    { name: "partner-claim", address: partners.inspecting, first: press("main button.line >> nth=-1") },
    { name: "partner-edit", address: partners.inspecting, first: press("main .acts button.btn") },
    ...partners.screens,
  ];
}

async function openShop(page: Page): Promise<void> {
  await page.locator(".shoprow > a").first().click();
  await expect(page.locator("#shop-name")).toBeVisible();
}

async function openPerson(page: Page): Promise<void> {
  await page.locator(".vlist .vrow").first().click();
  await expect(page.locator(".detail h1")).toBeVisible();
}

async function postPerson(page: Page): Promise<void> {
  await openPerson(page);
  await page.locator(".detail > .actbar .btn.main").click();
  await page.locator("dialog .pick input").last().check({ force: true });
  await expect(page.locator("dialog .holds")).toBeVisible();
}

async function moveShop(page: Page): Promise<void> {
  await openShop(page);
  await page.locator(".detail > .actbar > .btn:not(.main)").first().click();
  await page.locator("dialog .pick input").last().check({ force: true });
  await expect(page.locator("dialog .moved li").last()).toBeVisible();
}

/** What a rep and a manager see of partners. */
async function partnerScreens(office: Api): Promise<{ screens: Screen[]; inspecting: string; proposed: string }> {
  const [candidates, agreements] = [await office.all("candidate"), await office.all("agreement")];
  const at = (stage: string) => `/partners/${candidates.find((candidate) => candidate.stage === stage)?.id}`;
  const agreed = (state: string) => agreements.find((agreement) => agreement.state === state);
  const draft = agreed("draft");
  const [event] = await office.all("recruit_event");
  const screens = [
    { name: "partners", address: "/partners" },
    { name: "partners-none", address: "/partners", first: (page: Page) => page.getByRole("searchbox").fill("QQQQ") },
    { name: "events", address: "/events" },
    { name: "event", address: `/events/${event?.id}` },
    { name: "event-plan", address: `/events/${event?.id}`, first: press("main button.line") },
    { name: "event-invite", address: `/events/${event?.id}`, first: press("main button.line >> nth=-1") },
    { name: "partner-proposed", address: at("proposed") },
    { name: "partner-member", address: at("member") },
    { name: "alliance", address: "/alliance" },
    { name: "agreement-draft", address: `/agreements/${draft?.id}/draft?with=${draft?.candidate}` },
    { name: "agreement-offered", address: `/agreements/${agreed("offered")?.id}` },
    { name: "agreement-active", address: `/agreements/${agreed("active")?.id}` },
  ];
  return { screens, inspecting: at("inspecting"), proposed: at("proposed") };
}

/** A competitor's brand that a rep has seen; none if they have seen nothing. */
async function brandSeen(office: Api, rep?: string): Promise<string | undefined> {
  return (await office.all("sighting")).find((sighting) => sighting.rep === rep)?.brand;
}

/** Adding somebody who is looked for by a brand. */
function lookForBrand(brand?: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator("main input[type=radio]").nth(2).check({ force: true });
    if (!brand) return;
    await page.locator("#partner-brands").fill(brand);
    await expect(page.locator("section.seen")).toBeVisible();
  };
}

/** The view is kept: whichever was left, a task is opened from the list. */
async function openTask(page: Page): Promise<void> {
  await press(".views label:first-of-type input")(page);
  await press(".todo > .in")(page);
}

async function openPhoto(page: Page): Promise<void> {
  await page.locator("button.q.flat").filter({ hasText: "1/1" }).click();
  await page.locator("button.tile").first().click();
}

/** The sheet that asks why; only where no visit is open. */
export async function reasonScreen(office: Api, rep: string): Promise<Screen> {
  const shop = (await shopVisits(office)).find((visit) => visit.rep === rep)?.outlet;
  const far = (page: Page) => page.context().setGeolocation({ latitude: 36, longitude: 114, accuracy: 900 });
  const first = async (page: Page) => {
    await page.locator(".dock .btn.main").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await far(page);
  };
  return { name: "brief-reason", address: `/outlets/${shop}`, first };
}

/** The manager's screens. */
export async function managerScreens(page: Page, office: Api): Promise<Screen[]> {
  const visits = new Set((await shopVisits(office)).map(({ id }) => id));
  const photos = (await office.all("photo")).filter(({ visit }) => visits.has(visit));
  const { screens, proposed } = await partnerScreens(office);
  const judged = photos.find(({ ruling }) => ruling === "redo")?.visit;
  const open = photos.filter(({ ruling, received_at }) => !ruling && received_at).at(-1)?.visit;
  await expect(new App(page).tabs).toBeVisible();
  return [
    { name: "now", address: "/now" },
    { name: "visits", address: "/visits" },
    { name: "visit-to-judge", address: `/visits/${open}` },
    { name: "visit-reasons", address: `/visits/${open}`, first: (page) => page.keyboard.press("r") },
    { name: "visit-judged", address: `/visits/${judged}` },
    { name: "visit-report", address: `/visits/${judged}/report` },
    { name: "wall", address: "/review/wall" },
    { name: "wall-reasons", address: "/review/wall", first: (page) => page.keyboard.press("f") },
    { name: "wall-large", address: "/review/wall", first: (page) => page.keyboard.press("Space") },
    { name: "wall-keys", address: "/review/wall", first: (page) => page.keyboard.press("?") },
    { name: "trends", address: "/trends" },
    { name: "manager-outbox", address: "/outbox" },
    { name: "everybody-away", address: "/away" },
    { name: "quarantine", address: "/quarantine" },
    { name: "devices", address: "/devices" },
    { name: "office-parcels", address: "/devices/parcels" },
    { name: "settings", address: "/settings" },
    { name: "import", address: "/settings/import" },
    { name: "export", address: "/settings/export" },
    { name: "tokens", address: "/settings/tokens" },
    { name: "token-add", address: "/settings/tokens", first: press(".dock .btn.main") },
    { name: "webhooks", address: "/settings/webhooks" },
    { name: "webhook-add", address: "/settings/webhooks", first: press(".dock .btn.main") },
    { name: "shops", address: "/settings/shops" },
    { name: "shop", address: "/settings/shops", first: openShop },
    { name: "shop-move", address: "/settings/shops", first: moveShop },
    { name: "people", address: "/settings/people" },
    { name: "person-add", address: "/settings/people", first: press(".vlist .bar .btn") },
    { name: "person", address: "/settings/people", first: openPerson },
    { name: "person-post", address: "/settings/people", first: postPerson },
    { name: "team", address: "/team" },
    { name: "team-person", address: "/team", first: press(".mate") },
    { name: "shop-new", address: "/settings/shops?shop=new" },
    { name: "routes", address: "/settings/routes" },
    { name: "routes-picked", address: "/settings/routes", first: press(".planstop") },
    { name: "products", address: "/settings/products" },
    { name: "product", address: "/settings/products", first: press(".vlist .vrow") },
    { name: "standards", address: "/settings/standards" },
    { name: "standard", address: "/settings/standards", first: press(".vlist .vrow") },
    { name: "standard-new", address: "/settings/standards?standard=new" },
    { name: "forms", address: "/settings/forms" },
    { name: "form-question", address: "/settings/forms/store-visit", first: press(".formlist > li:nth-child(10) > .line") },
    { name: "form-versions", address: "/settings/forms/store-visit", first: press(".questions > .line") },
    // The manager's partners are a board, which is not searched but looked over.
    ...screens.filter(({ name }) => name !== "partners-none").map((screen) => ({ ...screen, name: `manager-${screen.name}` })),
    { name: "partner-decide", address: proposed, first: press(".dock .btn.main") },
    { name: "partner-board", address: "/partners", first: press(".chips > .chip:nth-child(2)") },
    { name: "agreement-calendar", address: "/partners", first: press(".chips > .chip:nth-child(3)") },
    { name: "grounds", address: "/partners", first: press(".chips > .chip:nth-child(4)") },
  ];
}
