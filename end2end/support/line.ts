// The network between one device and the server: a relay on a port of its own, which can be cut.
// Playwright's own offline switch stops at the page; a service worker or a beacon may get past it.
// Past a cut relay nothing gets.
import net from "node:net";
import type { Server } from "./server";

type State = "up" | "cut" | "stalled";

export class Line {
  url = "";
  private state: State = "up";
  private budget = { device: Infinity, server: Infinity };
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
    this.state = "cut";
    for (const socket of this.sockets) socket.destroy();
  }

  /** Connections stand and nothing moves, like a phone in a lift. */
  stall(): void {
    this.state = "stalled";
    for (const socket of this.sockets) socket.pause();
  }

  /** Cuts itself after so many more bytes from one side: an upload or a download that ends halfway. */
  cutAfter(bytes: number, from: "device" | "server" = "device"): void {
    this.budget[from] = bytes;
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
    const pair: ["device" | "server", net.Socket, net.Socket][] = [
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
}
