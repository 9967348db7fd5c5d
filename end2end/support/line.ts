// The network between one device and the server: a relay on a port of its own, which can be cut.
// Playwright's own offline switch stops at the page; a service worker or a beacon may get past it.
// Past a cut relay nothing gets. It can be as slow as a line in a village, and it counts what passes.
import net from "node:net";
import type { Server } from "./server";

type State = "up" | "cut" | "stalled";
type Side = "device" | "server";

export class Line {
  url = "";
  private state: State = "up";
  /** How many bytes have come through from each side. */
  readonly carried: Record<Side, number> = { device: 0, server: 0 };
  /** How often it was cut. */
  cuts = 0;
  private budget: Record<Side, number> = { device: Infinity, server: Infinity };
  /** Bytes per second in each direction, for all connections together. */
  private rate = Infinity;
  /** When each direction is free again. */
  private readonly free: Record<Side, number> = { device: 0, server: 0 };
  private readonly sockets = new Set<net.Socket>();
  private readonly listener: net.Server;

  private constructor(private readonly server: Server) {
    this.listener = net.createServer((device) => this.relay(device));
  }

  static async open(server: Server): Promise<Line> {
    const line = new Line(server);
    await new Promise<void>((ready) => line.listener.listen(0, "127.0.0.1", ready));
    line.url = `http://127.0.0.1:${(line.listener.address() as net.AddressInfo).port}`;
    return line;
  }

  /** Every connection breaks, also in the middle of a byte stream, and no new one is made. */
  cut(): void {
    if (this.state !== "cut") this.cuts++;
    this.state = "cut";
    for (const socket of this.sockets) socket.destroy();
  }

  /** Connections stand and nothing moves, like a phone in a lift. */
  stall(): void {
    this.state = "stalled";
    for (const socket of this.sockets) socket.pause();
  }

  /** Cuts itself after so many more bytes from one side: an upload or a download that ends halfway. */
  cutAfter(bytes: number, from: Side = "device"): void {
    this.budget[from] = bytes;
  }

  /** Carries so many bits per second each way from now on. */
  throttle(bits: number): void {
    this.rate = bits / 8;
  }

  /** Comes and goes, so many milliseconds each, until the function that this gives is called: then it is up. */
  flap({ up, down }: { up: number; down: number }): () => void {
    let next: NodeJS.Timeout;
    const go = (isUp: boolean) => {
      if (isUp) this.restore();
      else this.cut();
      next = setTimeout(() => go(!isUp), isUp ? up : down);
    };
    go(true);
    return () => {
      clearTimeout(next);
      this.restore();
    };
  }

  isCut(): boolean {
    return this.state === "cut";
  }

  /** Up again; with `cutAfter` only for so many bytes from the device. Armed before anything can
   *  pass: the phone sends of itself the moment it hears that it is online. */
  restore({ cutAfter = Infinity } = {}): void {
    this.state = "up";
    this.budget = { device: cutAfter, server: Infinity };
    for (const socket of this.sockets) socket.resume();
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  private relay(device: net.Socket): void {
    if (this.state === "cut") {
      device.destroy();
      return;
    }
    const { hostname, port } = new URL(this.server.url);
    const server = net.connect(Number(port), hostname);
    const pair: [Side, net.Socket, net.Socket][] = [
      ["device", device, server],
      ["server", server, device],
    ];
    for (const [side, from, to] of pair) {
      this.sockets.add(from);
      from.on("data", (chunk: Buffer) => {
        if ((this.budget[side] -= chunk.length) < 0) {
          // What still fits arrives, so that the other side really holds half of it.
          to.write(chunk.subarray(0, Math.max(0, chunk.length + this.budget[side])), () => this.cut());
          return;
        }
        if (this.rate < Infinity) {
          from.pause();
          void this.pass(chunk, side, to).then(() => this.state !== "stalled" && from.resume());
          return;
        }
        this.carried[side] += chunk.length;
        if (to.write(chunk)) return;
        from.pause();
        to.once("drain", () => this.state !== "stalled" && from.resume());
      });
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.state === "stalled") from.pause();
    }
  }

  /** Passes bytes on at the pace of the line, bit by bit: a cut in the middle leaves half of them on the way. */
  private async pass(chunk: Buffer, side: Side, to: net.Socket): Promise<void> {
    const bit = Math.max(128, Math.floor(this.rate / 20));
    for (let from = 0; from < chunk.length && !to.destroyed; from += bit) {
      const bytes = chunk.subarray(from, from + bit);
      const begins = Math.max(Date.now(), this.free[side]);
      this.free[side] = begins + (bytes.length / this.rate) * 1000;
      await new Promise((later) => setTimeout(later, this.free[side] - Date.now()));
      if (to.destroyed) return;
      this.carried[side] += bytes.length;
      to.write(bytes);
    }
  }
}
