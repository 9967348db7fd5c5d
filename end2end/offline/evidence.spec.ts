// A photo's proof, from the phone that took it to somebody who has nothing but two files.
import { App } from "../pages/app";
import { arriveAtNextShop } from "../pages/arrive";
import { Evidence, type Handed } from "../pages/evidence";
import { Review } from "../pages/review";
import { Visit } from "../pages/visit";
import { MANAGER, REP } from "../support/people";
import { expect, PHONE, TABLET, test } from "../support/test";

const changed = (proof: Handed, change: (facts: Record<string, unknown>) => void): Handed => {
  const facts = JSON.parse(proof.buffer.toString()) as Record<string, unknown>;
  change(facts);
  return { ...proof, buffer: Buffer.from(JSON.stringify(facts)) };
};

test("a photo taken offline is proven to a stranger without a network, and every change to it is said", async ({
  page,
  network,
  openDevice,
  office,
}) => {
  test.slow(); // three devices, a whole visit
  const visit = new Visit(page);
  await new App(page).begin(REP);
  await network.cut();
  const { list, id } = await arriveAtNextShop(page, office);
  await visit.answerWhatMustBe(list);
  await visit.leave();
  await network.restore();
  const arrived = async () => (await office.all("photo")).filter((photo) => photo.visit === id && photo.received_at).length;
  await expect.poll(arrived, { timeout: 30_000 }).toBe(4);

  // The manager gets both files from below the photo.
  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${id}`);
  await expect(new Review(tablet.page).photos).toHaveCount(4);
  const files = new Evidence(tablet.page);
  const proof = await files.saved(files.getProof, "application/json");
  const photo = await files.saved(files.getOriginal, "image/jpeg");
  expect([proof.name, photo.name]).toEqual([expect.stringMatching(/\.proof\.json$/), expect.stringMatching(/\.jpg$/)]);

  // Somebody who is nobody here opened the page once, and has no network now.
  const stranger = await openDevice(PHONE);
  const evidence = new Evidence(stranger.page);
  await stranger.page.goto("/verify");
  await stranger.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await evidence.knowsItsServer();
  await stranger.network.cut();
  await stranger.page.reload();
  await evidence.handIn(photo, proof);
  await expect(evidence.heading).toHaveText("证明成立，什么都没改过");
  await expect(evidence.points).toHaveCount(6);
  await expect(evidence.point("不是", "")).toHaveCount(0);
  await expect(evidence.point("是", "签名是这台手机的钥匙签的")).toBeVisible();
  await expect(evidence.bounds).toHaveText(/^不早于 \d{4}-\d\d-\d\d \d+:\d\d，不晚于 \d{4}-\d\d-\d\d \d+:\d\d（北京时间）$/);
  await expect(stranger.page.getByText("不能证明：货架不是摆拍的")).toBeVisible();

  // Whatever is changed is the point that fails, and no date is shown any more.
  const other = { ...photo, buffer: Buffer.concat([photo.buffer.subarray(0, -1), Buffer.from([photo.buffer.at(-1)! ^ 1])]) };
  await evidence.handIn(other, proof);
  await expect(evidence.heading).toHaveText("证明不成立");
  await expect(evidence.point("不是", "照片和证明里的不是同一张，或者改过")).toBeVisible();
  await expect(evidence.bounds).toBeHidden();
  await evidence.handIn(photo, changed(proof, (facts) => (facts.received_at = Number(facts.received_at) - 60_000)));
  await expect(evidence.point("不是", "服务器的签名对不上，证明改过")).toBeVisible();
  await evidence.handIn(photo, changed(proof, (facts) => (facts.body = String(facts.body).replace('"mono":', '"mono": '))));
  await expect(evidence.point("不是", "记录的内容或者次序改过")).toBeVisible();
  await evidence.handIn(photo, photo);
  await expect(stranger.page.getByText("这不是联营的证明文件")).toBeVisible();
});

test("a photo that no phone has sent has no proof, and the screen says so", async ({ openDevice, office, complaints }) => {
  complaints.allow(/404/, "the proof of a photo of the demo region is asked for");
  const [photo] = (await office.all("photo")).filter(({ received_at }) => received_at);
  if (!photo) throw new Error("the demo region has no photos");
  const tablet = await openDevice(TABLET);
  await new App(tablet.page).begin(MANAGER);
  await tablet.page.goto(`/visits/${photo.visit}`);
  await new Evidence(tablet.page).getProof.click();
  await expect(tablet.page.getByRole("status").filter({ hasText: "没有拿到证明" })).toBeVisible();
});
