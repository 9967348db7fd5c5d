// A manager takes in what a rep's phone could not send, and sees what became of each record.
import { App } from "../pages/app";
import { arriveAtNextShop, itemOf } from "../pages/arrive";
import { Outbox } from "../pages/outbox";
import { Parcels } from "../pages/parcels";
import { Visit } from "../pages/visit";
import { visitsBeside } from "../support/day";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, test } from "../support/test";

test("a parcel handed to the manager arrives under the rep's name, each record with what became of it", async ({
  page,
  openDevice,
  office,
}) => {
  test.slow(); // two devices
  const known = await office.all("visit");
  const phone = await openDevice(PHONE);
  await Promise.all([new App(page).begin(MANAGER), new App(phone.page).begin(REP)]);
  await phone.network.cut();
  const { list, id } = await arriveAtNextShop(phone.page, office);
  await new Visit(phone.page).answer(itemOf(list, "poster"));
  await phone.page.goto("/outbox");
  const parcels = new Parcels(phone.page);
  await parcels.open();
  const parcel = await parcels.pack();

  const desk = new Parcels(page);
  await page.goto("/devices");
  await page.getByRole("link", { name: /^导入发件包/ }).click();
  await expect(desk.heading).toHaveText("替业务代表交上来");
  await desk.give(parcel);
  await desk.expectDelivered(REP.name);
  const each = desk.of(REP.name).locator("details");
  await each.locator("summary").click();
  await expect(each.getByRole("listitem").filter({ hasText: "签到" })).toContainText("到了");
  await expect(each.getByRole("listitem")).toHaveCount(2);
  const [arrived] = await visitsBeside(office, known);
  expect(arrived).toMatchObject({ id, rep_name: REP.name });

  await phone.network.restore();
  await phone.page.goto("/outbox");
  await new Outbox(phone.page).expectEverythingArrived(60_000);
  expect(await visitsBeside(office, known)).toHaveLength(1);
});
