// A client of the HTTP API without a browser: what the server holds, seen with somebody's rights,
// and commands from another device, made and chained as a phone makes them.
import { createHash, randomUUID } from "node:crypto";
import type { Person } from "./people";
import type { Outcome, Records } from "./records";

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

export class Api {
  readonly device = randomUUID();
  user = { id: "", name: "" };
  private cookie = "";
  private cursor: unknown = { scopes: {}, receipts: 0 };
  private readonly held = new Map<string, Map<string, unknown>>();
  /** In which scope each of them is. */
  private readonly scopes = new Map<string, string>();
  private seq = 0;
  private link = "";

  private constructor(private readonly url: string) {}

  static async logIn(url: string, { phone, password }: Person): Promise<Api> {
    const api = new Api(url);
    const answer = await api.ask("POST", "/session", { phone, password, device: api.device, device_name: "test" });
    api.cookie = /lianying=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
    ({ user: api.user } = (await answer.json()) as { user: { id: string; name: string } });
    return api;
  }

  /** All records of a kind that this person may see, as they are now. */
  async all<K extends keyof Records>(kind: K): Promise<Records[K][]> {
    await this.pull();
    return [...(this.held.get(kind)?.values() ?? [])] as Records[K][];
  }

  /** How many records of all kinds this person may see. */
  async count(): Promise<number> {
    await this.pull();
    return [...this.held.values()].reduce((sum, records) => sum + records.size, 0);
  }

  async get<K extends keyof Records>(kind: K, id: string): Promise<Records[K] | undefined> {
    return (await this.all(kind)).find((record) => record.id === id);
  }

  /** Sends one command from a device of this person's own. */
  async push(command: Record<string, unknown>): Promise<Outcome> {
    const now = Date.now();
    const body = { id: randomUUID(), actor: this.user.id, captured_at: now, mono: 1, skew: 0, command };
    const seq = this.seq + 1;
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(seq));
    const sent = { seq, prev: this.link, body };
    const report = { id: this.device, epoch: "", next_seq: seq + 1, clock: now };
    const answer = await this.ask("POST", "/sync/push", { device: report, commands: [sent] });
    const { answers } = (await answer.json()) as { answers: { outcome: Outcome }[] };
    const [first] = answers;
    if (!first) throw new Error("the push was not answered");
    this.seq = seq;
    this.link = sha256(Buffer.concat([Buffer.from(this.link), number, Buffer.from(sha256(JSON.stringify(body)))]));
    return first.outcome;
  }

  /** Says what this device holds and has not sent, as a phone does with every push. */
  async announce({ commands, photos, since }: { commands: number; photos: number; since: number }): Promise<void> {
    const now = Date.now();
    const unsent = commands > 0 ? { count: commands, first: since, last: now } : undefined;
    const report = { id: this.device, epoch: "", next_seq: this.seq + 1 + commands, photos_waiting: photos, clock: now };
    await this.ask("POST", "/sync/push", { device: { ...report, unsent } });
  }

  /** Gives somebody a new password, as their manager. */
  async givePassword(user: string): Promise<string> {
    const answer = await this.ask("POST", `/office/people/${user}/password`, {});
    return ((await answer.json()) as { password: string }).password;
  }

  /** The bytes of a photo, if this person may see it and the server has it. */
  async original(hash: string): Promise<Buffer | undefined> {
    const answer = await fetch(`${this.url}/api/v1/photos/${hash}/original`, { headers: { cookie: this.cookie } });
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
  }

  /** Whether the stored bytes of a photo have the hash that it is known by. */
  async holds(hash: string): Promise<boolean> {
    const bytes = await this.original(hash);
    return !!bytes && sha256(bytes) === hash;
  }

  /** A pull as of a phone that compared, found these scopes differing and fetches them again. */
  async repair(...scopes: string[]): Promise<void> {
    const cursor = { scopes: {}, receipts: 0 };
    await this.ask("POST", "/sync/pull", { device: this.device, cursor, check: { scopes } });
  }

  private async pull(): Promise<void> {
    for (let more = true; more; ) {
      const answer = await this.ask("POST", "/sync/pull", { device: this.device, cursor: this.cursor });
      const page = (await answer.json()) as {
        records: { kind: string; id: string; scope: string; body: unknown }[];
        removed: { kind: string; id: string; scope: string }[];
        cursor: unknown;
        more: boolean;
      };
      // What left a scope for another one is here, and stays.
      for (const { kind, id, scope } of page.removed) {
        if (this.scopes.get(`${kind}/${id}`) === scope) this.held.get(kind)?.delete(id);
      }
      for (const { kind, id, scope, body } of page.records) {
        const records = this.held.get(kind) ?? new Map<string, unknown>();
        this.held.set(kind, records.set(id, body));
        this.scopes.set(`${kind}/${id}`, scope);
      }
      ({ cursor: this.cursor, more } = page);
    }
  }

  private async ask(method: string, path: string, body: unknown): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", cookie: this.cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
