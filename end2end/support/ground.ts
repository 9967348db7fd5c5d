// Whose ground is whose in the demo region: what is taken, what is free, and who could still sign.
import type { Api } from "./api";
import type { Agreement, Area, Candidate } from "./records";
import { today } from "./template";

const HOLDS = ["offered", "signed", "active"];
/** At these stages something can be offered. */
const RIPE = ["qualified", "proposed", "inspecting"];

/** Districts of the region that a phone offers by name; in a county somebody would have to explain the exception. */
const DISTRICTS: Area[] = [
  { code: "130406", name: "峰峰矿区" },
  { code: "130408", name: "永年区" },
];

/** Agreements that keep others out of whole areas today. */
export async function held(office: Api): Promise<Agreement[]> {
  const last = ({ ended, terms }: Agreement) => ended?.on ?? terms.until;
  return (await office.all("agreement")).filter(
    (agreement) => HOLDS.includes(agreement.state) && agreement.terms.ground.areas?.length && last(agreement) > today(),
  );
}

/** Districts that nobody holds. */
export async function freeAreas(office: Api): Promise<Area[]> {
  const taken = (await office.all("agreement"))
    .filter(({ state }) => HOLDS.includes(state))
    .flatMap(({ terms: { ground } }) => [
      ...(ground.areas ?? []).map(({ code }) => code),
      ...(ground.outlets ?? []).map(({ area = "" }) => area),
    ]);
  return DISTRICTS.filter(({ code }) => !taken.some((other) => other.startsWith(code)));
}

/** Candidates whom no agreement binds, which a draft does not, with the qualified ones first. */
async function unbound(office: Api): Promise<Candidate[]> {
  const frozen = (await office.all("agreement")).filter(({ state }) => state !== "draft");
  const bound = new Set(frozen.map(({ candidate }) => candidate));
  const open = (await office.all("candidate")).filter(({ id, stage, proposal }) => RIPE.includes(stage) && !proposal?.eliminate && !bound.has(id));
  return open.sort((a, b) => RIPE.indexOf(a.stage) - RIPE.indexOf(b.stage));
}

/** One that this person looks after; if there is none, they take over another one's with whom nobody here has begun. */
export async function candidateOf(office: Api, owner: Api, but: string[] = []): Promise<Candidate> {
  const open = (await unbound(office)).filter(({ id }) => !but.includes(id));
  const own = open.find((candidate) => candidate.owner === owner.user.id);
  if (own) return own;
  const places = new Set((await owner.all("outlet")).map(({ id }) => id));
  const near = open.find(({ id }) => places.has(id));
  if (!near) throw new Error(`there is nobody whom ${owner.user.name} could sign with`);
  await owner.push({ do: "claim_candidate", candidate: near.id });
  return near;
}
