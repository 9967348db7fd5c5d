// Being away: asked for without a network, with what is open written for whoever steps in.
import { App } from "../pages/app";
import { Away } from "../pages/away";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { dayWords, inDays, promise, shopOfClass } from "../support/promise";
import { expect, test } from "../support/test";

test("a rep asks for leave without a network, the brief is drafted from what is open, and it arrives", async ({
  page,
  network,
  server,
  office,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const shop = await shopOfClass(rep, ["A", "B", "C"]);
  await promise(rep, shop, "送两箱样品", { due: inDays(2) });
  const [app, away] = [new App(page), new Away(page)];
  await app.begin(REP);
  await network.cut();
  await app.go("我");
  await away.arrive();
  await expect(away.heading).toHaveText("没有请假");
  await away.ask.click();
  await away.from.fill(inDays(5));
  await away.until.fill(inDays(4));
  await away.save.click();
  await expect(away.wrong, "an end before the beginning").toContainText("请假的日期不对");
  await away.until.fill(inDays(7));

  await away.brief.fill("钥匙在店主那里");
  await away.fill.click();
  const line = `${shop.name}：送两箱样品，${dayWords(inDays(2))}前`;
  await expect(away.brief).toHaveValue(/送两箱样品/);
  const once = await away.brief.inputValue();
  expect(once.split("\n")[0], "what was typed stays").toBe("钥匙在店主那里");
  expect(once.split("\n")).toContain(line);
  await away.fill.click();
  await expect(away.sheet.getByRole("status")).toHaveText("都已经在里面了。");
  await expect(away.brief, "nothing is added twice").toHaveValue(once);
  await away.save.click();
  await expect(away.sheet).toBeHidden();
  await expect(away.heading).toHaveText(`${dayWords(inDays(5))}起不在，3 天`);
  await expect(away.leave(line)).toContainText("还没有人接手");

  await away.act(line, "改").click();
  await away.until.fill(inDays(6));
  await away.save.click();
  await expect(away.heading).toHaveText(`${dayWords(inDays(5))}起不在，2 天`);
  await page.reload();
  await expect(away.heading, "it is on the phone").toHaveText(`${dayWords(inDays(5))}起不在，2 天`);

  await network.restore();
  const leave = async () => (await office.all("leave")).find(({ rep: whose }) => whose === rep.user.id);
  await expect.poll(leave).toMatchObject({ window: { from: inDays(5), until: inDays(6) }, brief: once });
});

test("a leave that was taken back is no leave, until that is taken back too", async ({ page, network, server, office }) => {
  const rep = await Api.logIn(server.url, REP);
  const territory = (await rep.all("journey_plan")).find(({ rep: whose }) => whose === rep.user.id)?.territory;
  const window = { from: inDays(8), until: inDays(9) };
  const leave = crypto.randomUUID();
  const asked = await rep.push({ do: "ask_leave", leave, territory, window, brief: "冰柜钥匙在店主手里" });
  expect(asked).toMatchObject({ outcome: "applied" });
  const [app, away] = [new App(page), new Away(page)];
  await app.begin(REP);
  await network.cut();
  await app.go("我");
  await away.arrive();
  await away.act("冰柜钥匙", "撤回").click();
  await expect(away.heading).toHaveText("没有请假");
  await expect(away.leave("冰柜钥匙")).toContainText("撤回了");
  await away.notice("撤回了，照常走").getByRole("button", { name: "撤销" }).click();
  await expect(away.heading).toHaveText(`${dayWords(inDays(8))}起不在，2 天`);

  await away.act("冰柜钥匙", "撤回").click();
  await expect(away.heading).toHaveText("没有请假");
  await network.restore();
  await expect.poll(async () => (await office.get("leave", leave))?.withdrawn ?? false).toBe(true);
});

test("asking for leave and changing it are each taken back with one tap", async ({ page, network }) => {
  const [app, away] = [new App(page), new Away(page)];
  await app.begin(REP);
  await network.cut();
  await app.go("我");
  await away.arrive();
  const ask = async () => {
    await away.ask.click();
    await away.from.fill(inDays(5));
    await away.until.fill(inDays(7));
    await away.save.click();
    await expect(away.heading).toHaveText(`${dayWords(inDays(5))}起不在，3 天`);
  };
  await ask();
  await away.undo("记下了").click();
  await expect(away.heading).toHaveText("没有请假");
  await ask();
  await away.act("还没有人接手", "改").click();
  await away.until.fill(inDays(6));
  await away.save.click();
  await expect(away.heading).toHaveText(`${dayWords(inDays(5))}起不在，2 天`);
  await away.undo("改好了").click();
  await expect(away.heading).toHaveText(`${dayWords(inDays(5))}起不在，3 天`);
});
