// Sending photos with the client that the makers of tus offer, as any other program would.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Upload, type UploadOptions } from "tus-js-client";
import type { Person } from "./people";
import type { Server } from "./server";

export type Options = Partial<UploadOptions>;

/** A photo of so many bytes that is like no other: a JPEG of one point, and what no camera would put behind it. */
export class Picture {
  readonly bytes: Buffer;
  readonly hash: string;

  constructor(length: number) {
    this.bytes = Buffer.concat([POINT, randomBytes(length - POINT.length)]);
    this.hash = createHash("sha256").update(this.bytes).digest("hex");
  }

  /** Where the server keeps it once it has all of it. */
  place(server: Server): string {
    return path.join(server.data, "photos", this.hash.slice(0, 2), this.hash.slice(2, 4), `${this.hash}.jpg`);
  }

  /** Whether the server has it, byte for byte, and nothing else of it is left. */
  isKept(server: Server): boolean {
    const left = fs.readdirSync(path.join(server.data, "photos", "partial"));
    return left.length === 0 && fs.readFileSync(this.place(server)).equals(this.bytes);
  }
}

/** One grey point: a table of how coarse, the size, two tables of codes with one code each, and a scan of two bits. */
const POINT = Buffer.concat(
  [
    "ffd8",
    `ffdb004300${"01".repeat(64)}`,
    "ffc0000b080001000101011100",
    `ffc400140001${"00".repeat(16)}`,
    `ffc400141001${"00".repeat(16)}`,
    "ffda0008010100003f003f",
    "ffd9",
  ].map((part) => Buffer.from(part, "hex")),
);

/** Somebody who is logged in at an address: the server's own, or a line to it. */
export class Sender {
  readonly device = randomUUID();

  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async logIn({ url }: { url: string }, { phone, password }: Person, at = url): Promise<Sender> {
    const body = JSON.stringify({ phone, password, device: randomUUID(), device_name: "test" });
    const answer = await fetch(`${url}/api/v1/session`, { method: "POST", headers: { "content-type": "application/json" }, body });
    return new Sender(at, /lianying=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "");
  }

  /** The same person at another address. */
  at(url: string): Sender {
    return new Sender(url, this.cookie);
  }

  /** An upload that has not begun, and its end: without an error, or with it. */
  upload(picture: Picture, options: Options = {}): { upload: Upload; ended: Promise<Error | undefined> } {
    let end: (error?: Error) => void = () => {};
    const ended = new Promise<Error | undefined>((resolve) => (end = resolve));
    const upload = new Upload(picture.bytes, {
      endpoint: `${this.url}/api/v1/photos`,
      headers: { cookie: this.cookie },
      metadata: { sha256: picture.hash, device: this.device },
      retryDelays: null,
      ...options,
      onSuccess: () => end(),
      onError: (error) => end(error),
    });
    return { upload, ended };
  }

  /** Sends a photo to the end. */
  async send(picture: Picture, options: Options = {}): Promise<Error | undefined> {
    const { upload, ended } = this.upload(picture, options);
    upload.start();
    return ended;
  }

  /** How far the server says an upload is; nothing if it knows of none. */
  async offset(place: string): Promise<number | undefined> {
    const headers = { cookie: this.cookie, "tus-resumable": "1.0.0" };
    const answer = await fetch(place, { method: "HEAD", headers });
    return answer.ok ? Number(answer.headers.get("upload-offset")) : undefined;
  }
}
