// The real release server in a process of its own, on a port and with data of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { currentRelease, type Release } from "./release";
import { dataEnv, template, type Seed } from "./template";

const running = new Set<ChildProcess>();
// A worker that dies must not leave servers behind.
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Server {
  /** What it has written to both outputs, across restarts. */
  log = "";
  /** Where it listens; stays the same across restarts. */
  url = "";
  private child?: ChildProcess;

  private constructor(
    private release: Release,
    /** Its database and photos. */
    readonly data: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** A server on a fresh copy of the seeded data. */
  static async start(seed: Seed, env: NodeJS.ProcessEnv = {}): Promise<Server> {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "lianying-"));
    fs.cpSync(template(seed), data, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
    const server = new Server(currentRelease(), data, env);
    await server.listen();
    return server;
  }

  /** `kill -9`: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** After `kill`: the same data on the same port, if given as another release. */
  async restart(release: Release = this.release): Promise<void> {
    if (this.child) await this.kill();
    this.release = release;
    await this.listen();
  }

  /** Accepts connections and answers none, like a server that is overloaded. */
  freeze(): void {
    this.child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.child?.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.end("SIGTERM");
    fs.rmSync(this.data, { recursive: true, force: true });
  }

  private async listen(): Promise<void> {
    const child = spawn(this.release.binary, ["serve"], {
      cwd: this.data,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...dataEnv(this.data),
        LIANYING_LISTEN: this.url ? new URL(this.url).host : "127.0.0.1:0",
        LIANYING_SITE: this.release.site,
        ...this.env,
      },
    });
    this.child = child;
    running.add(child);
    child.once("exit", () => running.delete(child));

    const from = this.log.length;
    this.url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the server ${why}:\n${this.log.slice(from)}`));
      const tooLong = setTimeout(() => fail("did not listen within 30 s"), 30_000);
      const read = (chunk: Buffer) => {
        this.log += chunk.toString();
        const found = /listening on (http:\/\/[\d.]+:\d+)/.exec(this.log.slice(from));
        if (!found?.[1]) return;
        clearTimeout(tooLong);
        resolve(found[1]);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", (error) => fail(`did not start (${error.message})`));
      child.once("exit", (code, signal) => fail(`ended with ${code ?? signal}`));
    });
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(impatient);
  }
}
