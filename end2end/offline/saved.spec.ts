// P5: what the tick was shown for is on the disk. The browser is killed in the moment of the tick, again and again.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Today } from "../pages/today";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { REP } from "../support/people";
import { expect, test } from "../support/test";

/** How often the browser is killed; `make soak` does it a hundred times. */
const KILLS = Number(process.env.LIANYING_KILLS ?? 4);
/** The checklist allows for no more facings. */
const MOST = 60;
test.setTimeout(120_000 + KILLS * 30_000);

test("a browser that is killed right after every tick has everything that was ticked, and sends it once", async ({
  installed,
  office,
  complaints,
}) => {
  complaints.allowNetworkFailures();
  const known = await office.all("visit");
  await new App(await installed.start()).begin(REP);
  await installed.close(); // so that the cookie of the login is on the disk
  const first = await installed.start();
  await first.goto("/today");
  await expect(new Today(first).toBrief).toBeVisible();
  installed.line.cut();
  const { list, id } = await arriveAtNextShop(first, office);
  await installed.kill(); // the check-in was ticked

  const facings = itemOf(list, "facings");
  for (let n = 0; n < KILLS; n++) {
    const page = await installed.start();
    await page.goto(`/visits/${id}`);
    const [visit, { region, folded }] = [new Visit(page), new Visit(page).question(facings)];
    if (n > 0) {
      await expect(folded, `what was ticked before kill ${n + 1}`).toContainText(`${(n - 1) % MOST} 个`);
      await folded.click();
    }
    await visit.untilSaved(async () => {
      await region.getByRole("textbox").fill(`${n % MOST}`);
      await region.getByRole("textbox").blur();
    });
    await installed.kill();
  }

  const page = await installed.start();
  installed.line.restore();
  await page.goto("/outbox");
  await new Outbox(page).sendNow.click();
  await new Outbox(page).expectEverythingArrived();
  const [visit, ...others] = await visitsBeside(office, known);
  expect(others).toEqual([]);
  expect(visit?.answers.facings?.value).toEqual({ number: (KILLS - 1) % MOST });
});
