import { App } from "../pages/app";
import { Brief } from "../pages/brief";
import type { Api } from "../support/api";
import { REP } from "../support/people";
import type { Visit } from "../support/records";
import { expect, test } from "../support/test";
import { shopVisits } from "../support/shops";

// Long enough that shops have been visited twice.
test.use({ seed: { outlets: 120, days: 20 } });

/** The last two ended visits of every shop of a rep that has two, the later one first. */
async function pairs(office: Api): Promise<[Visit, Visit][]> {
  const ended = (await shopVisits(office)).filter((visit) => visit.rep_name === REP.name && visit.check_out);
  ended.sort((a, b) => b.check_in.at - a.check_in.at);
  const shops = [...new Set(ended.map(({ outlet }) => outlet))];
  const all = shops.map((shop) => ended.filter(({ outlet }) => outlet === shop));
  return all.flatMap(([last, before]) => (last && before ? [[last, before] as [Visit, Visit]] : []));
}

const facings = (visit: Visit) => (visit.answers.facings?.value as { number?: number } | undefined)?.number;

test("what was answered otherwise than the time before stands in the brief, without a network", async ({
  page,
  network,
  office,
}) => {
  const brief = new Brief(page);
  const changed = (await pairs(office)).find(([last, before]) => {
    const [now, was] = [facings(last), facings(before)];
    return now !== undefined && was !== undefined && now !== was;
  });
  if (!changed) throw new Error("no shop has changed");
  const [last, before] = changed;
  await new App(page).begin(REP);
  await network.cut();
  await page.goto(`/outlets/${last.outlet}`);
  await expect(brief.changed).toBeVisible();
  await brief.unfoldChanges();
  const row = brief.fact("视平层放了几个排面");
  await expect(row).toContainText(`${facings(before)} 个`);
  await expect(row).toContainText(`${facings(last)} 个`);
  await expect(brief.checkIn, "and the way in stays under the thumb").toBeInViewport();
});

test("the brief says how often a shop is to be visited and how it stands", async ({ page, network, office }) => {
  const brief = new Brief(page);
  const shop = (await pairs(office))[0]?.[0].outlet;
  await new App(page).begin(REP);
  await network.cut();
  await page.goto(`/outlets/${shop}`);
  await expect(brief.rhythm).toHaveText(/^每 \d+ 天去一次，(今天去过|上次 \d+ 天前)，(还有 \d+ 天|今天到期|超了 \d+ 天)$/);
  await expect(brief.stockTrend).toHaveAccessibleName(/^最近几次库存：\d+(、\d+)+$/);
});

test("competitors seen in a shop stand in its brief, the latest first and three at most", async ({ page, network, office }) => {
  const brief = new Brief(page);
  const rep = (await pairs(office))[0]?.[0].rep;
  const seen = (await office.all("sighting")).filter((sighting) => sighting.rep === rep).sort((a, b) => b.at - a.at);
  const shop = seen[0]?.outlet;
  if (!shop) throw new Error("nobody has seen a competitor");
  const here = seen.filter(({ outlet }) => outlet === shop).slice(0, 3);
  await new App(page).begin(REP);
  await network.cut();
  await page.goto(`/outlets/${shop}`);
  await expect(brief.rivals).toBeVisible();
  for (const { brand, promotion } of here) await expect(brief.fact(brand).first()).toContainText(promotion ?? "");
});
