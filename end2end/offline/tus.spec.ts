// Photos by tus, sent by the client of its makers: what it can do, the server does (P15).
import { createHash } from "node:crypto";
import fs from "node:fs";
import { MANAGER, REP } from "../support/people";
import { expect, test } from "../support/test";
import { type Options, Picture, Sender } from "../support/tus";

const KB = 1024;

for (const [how, options] of [
  ["in one piece", {}],
  ["in pieces of 64 kB", { chunkSize: 64 * KB }],
  ["with its first piece in the creation", { chunkSize: 200 * KB, uploadDataDuringCreation: true }],
  ["whole in the creation", { uploadDataDuringCreation: true }],
] as [string, Options][])
  test(`a photo that is sent ${how} is kept byte for byte`, async ({ server }) => {
    const picture = new Picture(700 * KB);
    expect(await (await Sender.logIn(server, REP)).send(picture, options)).toBeUndefined();
    expect(picture.isKept(server)).toBe(true);
  });

test("a line that is cut at every 64 kB, and in the middle of headers, loses no byte and sends few of them twice", async ({
  server,
  line,
}) => {
  const picture = new Picture(900 * KB);
  const sender = await Sender.logIn(server, REP, line.url);
  // Every other time not even the headers of a request come through.
  const budgets = Array.from({ length: 200 }, (_, n) => (n % 2 ? 90 : 64 * KB + 1_500));
  let sent = 0;
  const offsets: number[] = [];
  const anew = () => {
    const cutAfter = budgets.shift() ?? Infinity;
    sent += cutAfter;
    line.restore({ cutAfter });
  };
  anew();
  const error = await sender.send(picture, {
    retryDelays: Array.from({ length: 200 }, () => 5),
    onShouldRetry: () => {
      anew();
      return true;
    },
    onAfterResponse: (request, response) => {
      if (request.getMethod() === "HEAD") offsets.push(Number(response.getHeader("Upload-Offset")));
    },
  });
  expect(error).toBeUndefined();
  expect(picture.isKept(server)).toBe(true);
  expect(offsets.length, "it was cut again and again").toBeGreaterThan(10);
  expect(offsets, "what has come stays").toEqual([...offsets].sort((a, b) => a - b));
  expect(sent).toBeLessThan(2 * picture.bytes.length);
});

test("whoever comes back takes over from a connection that hangs", async ({ server, line }) => {
  const picture = new Picture(2_000 * KB);
  const sender = await Sender.logIn(server, REP, line.url);
  const hanging = sender.upload(picture, {
    onProgress: (sent) => {
      if (sent > 0) line.stall();
    },
  });
  const begun = new Promise<string>((known) => {
    hanging.upload.options.onUploadUrlAvailable = () => known(hanging.upload.url ?? "");
  });
  hanging.upload.start();
  const place = (await begun).replace(line.url, server.url);
  // A line of its own; the other one is not closed, and nothing comes over it any more.
  expect(await sender.at(server.url).send(picture, { uploadUrl: place })).toBeUndefined();
  expect(picture.isKept(server)).toBe(true);
  await hanging.upload.abort();
});

test("a piece that the line has spoilt does not count, and the next try does", async ({ server }) => {
  const picture = new Picture(300 * KB);
  const sender = await Sender.logIn(server, REP);
  const chunkSize = 64 * KB;
  for (const algorithm of ["sha1", "sha256"]) {
    let spoilt = 1;
    const { upload, ended } = sender.upload(picture, {
      chunkSize,
      retryDelays: [5],
      onShouldRetry: () => false,
      onBeforeRequest: (request) => {
        const from = Number(request.getHeader("Upload-Offset"));
        if (request.getMethod() !== "PATCH") return;
        const piece = picture.bytes.subarray(from, from + chunkSize);
        const bytes = from > 0 && spoilt-- > 0 ? Buffer.from("spoilt") : piece;
        request.setHeader("Upload-Checksum", `${algorithm} ${createHash(algorithm).update(bytes).digest("base64")}`);
      },
    });
    upload.start();
    expect(String(await ended)).toContain("460");
    expect(await sender.offset(upload.url ?? "")).toBe(chunkSize);
    if (algorithm === "sha1") await upload.abort(true);
    else {
      expect(await sender.send(picture, { uploadUrl: upload.url, chunkSize })).toBeUndefined();
      expect(picture.isKept(server)).toBe(true);
    }
  }
});

test("an upload that is given up leaves nothing, and may begin again", async ({ server }) => {
  const picture = new Picture(600 * KB);
  const sender = await Sender.logIn(server, REP);
  const half = new Promise<string>((there) => {
    const { upload } = sender.upload(picture, {
      chunkSize: 64 * KB,
      onChunkComplete: (_size, accepted) => {
        if (accepted > 100 * KB) void upload.abort(true).then(() => there(upload.url ?? ""));
      },
    });
    upload.start();
  });
  expect(await sender.offset(await half), "nobody knows it any more").toBeUndefined();
  expect(fs.readdirSync(`${server.data}/photos/partial`)).toEqual([]);
  expect(await sender.send(picture)).toBeUndefined();
  expect(picture.isKept(server)).toBe(true);
});

test("the same bytes from two people are one object, and an answer that was lost can be asked for again", async ({ server }) => {
  const picture = new Picture(300 * KB);
  const [rep, manager] = [await Sender.logIn(server, REP), await Sender.logIn(server, MANAGER)];
  const first = rep.upload(picture);
  first.upload.start();
  expect(await first.ended).toBeUndefined();
  const { ino, mtimeMs } = fs.statSync(picture.place(server));
  expect(await rep.offset(first.upload.url ?? "")).toBe(picture.bytes.length);

  for (const sender of [rep, manager]) expect(await sender.send(picture, { retryDelays: [5] })).toBeUndefined();
  expect(fs.statSync(picture.place(server))).toMatchObject({ ino, mtimeMs });
  expect(picture.isKept(server)).toBe(true);
});

test("every answer about an upload says until when it waits", async ({ server }) => {
  const picture = new Picture(200 * KB);
  const until: (string | undefined)[] = [];
  const sender = await Sender.logIn(server, REP);
  const options: Options = { chunkSize: 64 * KB, onAfterResponse: (_, answer) => void until.push(answer.getHeader("Upload-Expires")) };
  expect(await sender.send(picture, options)).toBeUndefined();
  expect(until).toHaveLength(5);
  for (const date of until) expect(Date.parse(date ?? "")).toBeGreaterThan(Date.now() + 13 * 24 * 60 * 60 * 1000);
});
