// What came back can be kept as a file, with its reason and its very bytes.
import { readFile } from "node:fs/promises";
import { App } from "../pages/app";
import { Outbox } from "../pages/outbox";
import { Tasks } from "../pages/tasks";
import { Api } from "../support/api";
import { REP } from "../support/people";
import { expect, test } from "../support/test";
import { shopsOf } from "../support/shops";

test("what came back is saved as a file without a network, each with its reason and its bytes", async ({
  page,
  network,
  server,
}) => {
  const rep = await Api.logIn(server.url, REP);
  const [outlet] = await shopsOf(rep);
  const due = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const task = crypto.randomUUID();
  const left = { do: "leave_task", task, outlet: outlet?.id, owner: rep.user.id, what: "送两箱样品", due };
  expect(await rep.push(left)).toMatchObject({ outcome: "applied" });
  const [app, tasks, outbox] = [new App(page), new Tasks(page), new Outbox(page)];
  await app.begin(REP);
  await network.cut();
  await app.go("任务");
  await tasks.tick("送两箱样品").click();
  await expect(tasks.tick("送两箱样品")).toBeHidden();
  expect(await rep.push({ do: "close_task", task, photo: null })).toMatchObject({ outcome: "applied" });
  await network.restore();
  await app.go("发件箱");
  await expect(outbox.card(/被退回$/)).toContainText("这个任务已经结了。");

  await network.cut();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "退回的存成文件" }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/^lianying-退回-\d{4}-\d\d-\d\d\.json$/);
  const kept = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, unknown>[];
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ why: "这个任务已经结了。", body: { command: { do: "close_task", task } } });
});
