// Whose ground is whose in the demo region: what is taken, what is free, and who could still sign.
import type { Api } from "./api";
import type { Agreement, Area, Candidate } from "./records";
import { today } from "./template";

const HOLDS = ["offered", "signed", "active"];
/** What can be agreed with somebody at these stages. */
const OPEN = ["qualified", "inspecting", "contacted", "proposed", "lead"];

/** Districts of the region that a phone offers by name. */
const DISTRICTS: Area[] = [
  { code: "130425", name: "大名县" },
  { code: "130434", name: "魏县" },
  { code: "130432", name: "广平县" },
  { code: "130433", name: "馆陶县" },
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

/** Candidates whom no agreement binds, which a draft does not, the qualified ones first. */
export async function candidatesFor(office: Api): Promise<Candidate[]> {
  const frozen = (await office.all("agreement")).filter(({ state }) => state !== "draft");
  const bound = new Set(frozen.map(({ candidate }) => candidate));
  const open = (await office.all("candidate")).filter(({ id, stage }) => OPEN.includes(stage) && !bound.has(id));
  return open.sort((a, b) => OPEN.indexOf(a.stage) - OPEN.indexOf(b.stage));
}
