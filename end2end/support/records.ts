// The records and outcomes that tests look at, as they travel. Only the fields that are read.

export interface Words {
  zh: string;
  en: string;
}

export interface Outlet {
  id: string;
  territory: string;
  name: string;
  initials: string;
  code: string;
  class: string;
  address: string;
  owner: string;
  /** In millionths of a degree. */
  position: { lat: number; lon: number };
  open: boolean;
  /** Who supplies it. */
  responsible: unknown;
  /** Whether it is the place of a candidate or a partner. */
  partner?: boolean;
  /** Where it was before it was moved. */
  moved?: { from: string };
}

export interface Item {
  key: string;
  step: Words;
  title: Words;
  answer: Kind;
  required: boolean;
  weight: number;
  unit?: Words;
  min?: number;
  max?: number;
  target?: number | null;
  options?: { key: string; words: Words }[];
  many?: boolean;
  anchors?: Words[];
  slots?: { key: string; words: Words }[];
  products?: string[];
  columns?: ("stock" | "price")[];
  show_if?: unknown;
}

export type Kind =
  | "computed"
  | "yes_no"
  | "number"
  | "money"
  | "choice"
  | "scale"
  | "photo"
  | "date"
  | "barcode"
  | "signature"
  | "document"
  | "table"
  | "text";

export interface Checklist {
  id: string;
  lineage: string;
  version: number;
  title: Words;
  classes: string[];
  items: Item[];
  from: number;
  /** For whom it is; for all if it does not say. */
  scope?: string;
  /** A visit to a shop has none. */
  purpose?: "inspection" | "interview" | "service";
  /** What must hold between answers. */
  checks?: { key: string; at: string; left: object; must_be: string; right: object }[];
}

export interface Visit {
  id: string;
  outlet: string;
  rep: string;
  rep_name: string;
  device: string;
  checklist: string;
  reason: unknown;
  day: string;
  check_in: { at: number; distance?: number; exception?: string };
  check_out?: { at: number };
  answers: Record<string, { value: unknown; at: number; confirmed?: boolean }>;
  odd?: string[];
  score?: { share: number; points: number; out_of: number; band: string };
  note?: string;
  confirmed?: { name: string; signature: string; at: number };
  companions?: { by: string; name: string; role: string; feedback?: string; read?: number }[];
  photos: number;
}

export interface Photo {
  id: string;
  visit: string;
  rep: string;
  item: string;
  slot: string;
  hash: string;
  bytes: number;
  width: number;
  height: number;
  capture: "camera" | "file";
  taken_at: number;
  standard?: string;
  received_at?: number;
  look?: { print?: string; doubts?: string[] };
  before?: string;
  kept_because?: string;
  twins?: { photo: string; distance: number }[];
  appeal?: { against: string; because: string; answered?: string };
  audit?: { first: string; second: string; agrees: boolean };
  annotations?: { by: string; by_name: string; marks: Record<string, unknown>[] }[];
  redo_of?: string;
  /** Tasks that were closed with it, and sightings that it shows. */
  proves?: string[];
  shows?: string[];
  verdict?: string;
  ruling?: "pass" | "redo";
}

export interface Task {
  id: string;
  outlet: string;
  owner: string;
  task: "redo" | "follow_up";
  what?: string;
  note?: string;
  photo?: string;
  reasons?: string[];
  missed?: { number: number; words: Words }[];
  due?: string;
  origin?: { visit: string; item: string };
  evidence?: "sentence" | "photo";
  with?: unknown;
  at_risk?: number;
  placed?: { quadrant: string; because: string };
  closed?: { photo?: string; words?: string; withdrawn: boolean };
  reopened?: { by_name: string; because?: string }[];
}

export interface Sighting {
  id: string;
  visit: string;
  outlet: string;
  rep: string;
  brand: string;
  product?: string;
  price?: number;
  promotion?: string;
  spend?: number;
  photo?: string;
  at: number;
}

export interface JourneyPlan {
  id: string;
  territory: string;
  rep: string;
  name: string;
  weekdays: number[];
  weeks: "every" | { every_nth: { n: number; phase: number } };
  window: { from: string; until?: string };
  stops: string[];
}

export interface Skip {
  id: string;
  outlet: string;
  rep: string;
  day: string;
  reason: string;
  note?: string;
}

export interface Leave {
  id: string;
  rep: string;
  rep_name: string;
  territory: string;
  window: { from: string; until?: string };
  brief?: string;
  substitute?: string;
  withdrawn?: boolean;
}

export interface Assignment {
  id: string;
  user: string;
  territory: string;
  window: { from: string; until?: string };
}

export interface Territory {
  id: string;
  name: Words;
}

export interface User {
  id: string;
  name: string;
  role: string;
}

export interface Area {
  code: string;
  name: string;
}

export interface Terms {
  type: string;
  ground: {
    type: string;
    areas?: Area[];
    outlets?: { outlet: string; name: string; area?: string }[];
    without?: { outlet: string; name: string }[];
    channels?: string[];
  };
  coverage: { class: string; by: string }[];
  products?: string[];
  prices?: { product: string; price: number }[];
  from: string;
  until: string;
  cycle_days: number;
  exception?: string;
  more?: string;
}

export interface Candidate {
  id: string;
  region: string;
  territory: string;
  name: string;
  contact?: string;
  phone?: string;
  licence?: string;
  address?: string;
  brands?: string[];
  note?: string;
  initials: string;
  source: "street" | { existing: string } | { targeted: { criterion: string } } | { event: string };
  stage: Stage;
  owner: string;
  owner_name: string;
  next?: { words: string; due: string };
  proposal?: { qualify?: null; eliminate?: { item: string }; words?: string; by_name: string };
  minutes?: { ruling: string; item?: string; words?: string; proposed_by?: string; by_name: string; at: number }[];
  qualified_until?: string;
  shopfront?: string;
}

export type Stage =
  | "lead"
  | "contacted"
  | "inspecting"
  | "proposed"
  | "qualified"
  | "signing"
  | "member"
  | "suspended"
  | "eliminated"
  | "left";

export interface Claim {
  id: string;
  candidate: string;
  topic: string;
  said: { amount: number } | { number: number } | { words: string };
  witness: string;
  witness_name?: string;
  by: string;
  at: number;
}

export type Party = "manufacturer" | "dealer" | "sub_distributor";

export interface Agreement {
  id: string;
  region: string;
  dealer: string;
  dealer_name: string;
  candidate: string;
  candidate_name: string;
  terms: Terms;
  state: "draft" | "offered" | "signed" | "active" | "ended";
  ground_signed?: { name: string; at: number };
  hash?: string;
  signatures?: { party: Party; name: string; signature?: string; at: number }[];
  pages?: string[];
  copies?: { party: Party; at: number }[];
  approved?: { name: string; at: number };
  sent_back?: string;
  ended?: { on: string; because?: string; dealer_note?: string; partner_note?: string };
  renews?: string;
  author: string;
  author_name: string;
}

/** Named by its dealer. */
export interface Alliance {
  id: string;
  dealer: string;
  members: { candidate: string; name: string; agreement: string; since: string }[];
}

export interface DutyMonth {
  id: string;
  alliance: string;
  month: string;
  done: { duty: string; words?: string; by_name: string; at: number }[];
}

export interface RecruitEvent {
  id: string;
  name: string;
  place?: string;
  day: string;
  premises?: string[];
  guests: { name: string; phone?: string; came?: boolean; candidate?: string }[];
}

export interface Product {
  id: string;
  code: string;
  name: Words;
  barcode: string;
  millilitres: number;
  pieces_per_case: number;
  case_price: number;
  retail_price: number;
  listed: boolean;
}

/** One version; its points lie in thousandths of the picture. */
export interface DisplayStandard {
  id: string;
  lineage: string;
  version: number;
  name: Words;
  classes: string[];
  reference?: { hash: string } | null;
  points: { words: Words; at: [number, number] }[];
  from: number;
}

export interface GoalStep {
  id: string;
  what: string;
  owner: string;
  due: string;
  done?: string;
}

export interface Goal {
  id: string;
  territory: string;
  kind: "sales" | "expense" | "customers";
  owner?: string;
  month: string;
  target: number;
  steps?: GoalStep[];
  reports?: { value: number; by_name: string }[];
  dropped?: boolean;
}

export interface Help {
  id: string;
  asked_by_name: string;
  what: string;
  taken?: { by_name: string };
  settled?: { name: string };
}

export interface Records {
  candidate: Candidate;
  agreement: Agreement;
  alliance: { id: string; dealer: string; members: { candidate: string; agreement: string }[] };
  dealer: { id: string; region: string; name: string };
  outlet: Outlet;
  checklist: Checklist;
  visit: Visit;
  photo: Photo;
  task: Task;
  sighting: Sighting;
  journey_plan: JourneyPlan;
  assignment: Assignment;
  leave: Leave;
  skip: Skip;
  /** Named by its shop. */
  last_visit: { id: string; day: string };
  frequency: { id: string; every: { class: string; days: number }[] };
  user: User;
  territory: Territory;
  verdict: { id: string; photo: string; ruling: string; judge_name: string; taken_back?: boolean };
  product: Product;
  display_standard: DisplayStandard;
  sub_distributor: { id: string; dealer: string; name: string };
  claim: Claim;
  qualification_rule: { id: string; version: number; mindset_floor: number; pass: number };
  duty_month: DutyMonth;
  recruit_event: RecruitEvent;
  goal: Goal;
  help: Help;
}

export type Outcome =
  | { outcome: "applied" }
  | { outcome: "refused"; reason: { why: string } }
  | { outcome: "blocked"; by: string }
  | { outcome: "quarantined"; why: string }
  | { outcome: "conflict" }
  | { outcome: "lost" };
