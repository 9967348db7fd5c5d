// Ours, measured like its peers: the same records in the same batches by the same client. Each record is the text of a
// task, which makes our command larger than a peer's row; each is decided by the domain, and on the disk when answered.
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { N, PHOTOS, PHOTO_BYTES, batches, cpu, du, pct, peak, photo, rate, records, result, rss, sha, timed } from "../lib/common.mjs";

const { URL: url, SPID, DIR: folder } = process.env;
const pid = Number(SPID);
const device = randomUUID();
/** A picture that can be decoded, of one grey point; what is behind its end makes it as large and as unlike the others as the peers' photos. */
const PICTURE = Buffer.from(
  [
    "ffd8",
    `ffdb004300${"01".repeat(64)}`,
    "ffc0000b080001000101011100",
    `ffc400140001${"00".repeat(16)}`,
    `ffc400141001${"00".repeat(16)}`,
    "ffda0008010100003f003f",
    "ffd9",
  ].join(""),
  "hex",
);

let cookie = "";
async function ask(method, path, body, headers = {}) {
  const answer = await fetch(url + path, { method, body, headers: { cookie, ...headers } });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
const json = { "content-type": "application/json" };

const login = { phone: "13803100001", password: "lianying1", device, device_name: "bench" };
const session = await ask("POST", "/api/v1/session", JSON.stringify(login), json);
cookie = /lianying=[^;]+/.exec(session.headers.get("set-cookie"))[0];
const { user } = await session.json();

/** The peers send as it lies; ours packs for whoever takes it, which a phone on a poor line is glad of and a loopback is not. */
async function pull(cursor, packing = "identity") {
  const found = [];
  const headers = { ...json, "accept-encoding": packing };
  for (let more = true; more; ) {
    const page = await (await ask("POST", "/api/v1/sync/pull", JSON.stringify({ device, cursor }), headers)).json();
    found.push(...page.records);
    ({ cursor, more } = page);
  }
  return { cursor, found };
}

let seq = 0;
let link = "";
const shops = (await pull({})).found.filter(({ kind }) => kind === "outlet").map(({ id }) => id);

/** A push of such records: the chain is hashed before anything is timed. */
function prepare(some) {
  const due = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const commands = some.map((record, n) => {
    const what = JSON.stringify(record);
    const command = { do: "leave_task", task: randomUUID(), outlet: shops[n % shops.length], owner: user.id, what, due };
    const body = JSON.stringify({ id: randomUUID(), actor: user.id, captured_at: Date.now(), mono: 1, command });
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(++seq));
    const sent = `{"seq":${seq},"prev":"${link}","body":${body}}`;
    link = createHash("sha256").update(link).update(number).update(sha(body)).digest("hex");
    return sent;
  });
  const report = JSON.stringify({ id: device, next_seq: seq + 1, clock: Date.now() });
  return `{"device":${report},"commands":[${commands.join()}]}`;
}

async function push(body, count) {
  const { answers } = await (await ask("POST", "/api/v1/sync/push", body, json)).json();
  const applied = answers.filter(({ outcome }) => outcome.outcome === "applied").length;
  if (applied !== count) throw new Error(`${applied} of ${count} were carried out`);
}

const work = batches(records()).map((some) => [prepare(some), some.length]);
const times = [];
const pushAll = async () => {
  for (const [body, count] of work) times.push((await timed(() => push(body, count)))[0]);
};
const [pushed] = await timed(pushAll);
const first = [...times];
const [again] = await timed(pushAll);
const [pulled, { cursor, found }] = await timed(() => pull({}));
const [packed] = await timed(() => pull({}, "gzip"));
await push(prepare(records(100, 7, N)), 100);
const [few, { cursor: then, found: changed }] = await timed(() => pull(cursor));
const [idle] = await timed(() => pull(then));

const tus = { "tus-resumable": "1.0.0" };
const pictures = (round) =>
  Array.from({ length: PHOTOS }, (_, n) => Buffer.concat([PICTURE, photo(round * 1000 + n)]).subarray(0, PHOTO_BYTES));

/** Takes an upload up where it is, and sends at most so many bytes of it in such pieces. */
async function upload(bytes, piece, most = Infinity) {
  const text = (value) => Buffer.from(value).toString("base64");
  const metadata = `sha256 ${text(sha(bytes))},device ${text(device)}`;
  const headers = { ...tus, "upload-length": `${bytes.length}`, "upload-metadata": metadata };
  const created = await ask("POST", "/api/v1/photos", undefined, headers);
  const place = created.headers.get("location");
  const end = Math.min(bytes.length, most);
  for (let at = Number(created.headers.get("upload-offset")); at < end; at += piece) {
    const headers = { ...tus, "upload-offset": `${at}`, "content-type": "application/offset+octet-stream" };
    await ask("PATCH", place, bytes.subarray(at, Math.min(end, at + piece)), headers);
  }
}

const KB256 = 256 * 1024;
const measured = [];
for (const [round, send] of [
  (bytes) => upload(bytes, bytes.length),
  (bytes) => upload(bytes, KB256),
  async (bytes) => {
    await upload(bytes, KB256, bytes.length / 2);
    await upload(bytes, KB256);
  },
].entries()) {
  const all = pictures(round);
  const [time] = await timed(async () => {
    for (const bytes of all) await send(bytes);
  });
  measured.push([time, all]);
}
let identical = 0;
for (const bytes of measured[2][1]) {
  // No command names them, so nobody may fetch them: what lies in the folder is looked at.
  const hash = sha(bytes);
  if (readFileSync(`${folder}/photos/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.jpg`).equals(bytes)) identical++;
}
const [whole, pieces, cut] = measured.map(([time]) => time);
const speed = (time) => (((PHOTOS * PHOTO_BYTES) / 1048576 / time) * 1000).toFixed(1);

result("lianying", {
  push_ms: Math.round(pushed),
  push_per_s: rate(N, pushed),
  batch_p50_ms: Math.round(pct(first, 0.5)),
  batch_p95_ms: Math.round(pct(first, 0.95)),
  repush_same_ms: Math.round(again),
  pull_ms: Math.round(pulled),
  pull_per_s: rate(found.length, pulled),
  pulled: found.length,
  pull_gzip_ms: Math.round(packed),
  incr100_ms: +few.toFixed(1),
  incr_n: changed.length,
  idle_pull_ms: +idle.toFixed(1),
  onePatch_MBps: speed(whole),
  chunk256k_MBps: speed(pieces),
  cutResume_ms: Math.round(cut),
  resumedBytesIdentical: identical,
  disk_kb: du(folder),
  server_rss_mb: rss(pid),
  server_peak_mb: peak(pid),
  server_cpu_s: cpu(pid),
});
