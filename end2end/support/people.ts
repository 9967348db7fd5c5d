// The people of the demo region, as `make run` prints them.
export interface Person {
  name: string;
  phone: string;
  password: string;
}

const person = (name: string, phone: string): Person => ({ name, phone, password: "lianying1" });

/** Walks 丛台 in the city. */
export const REP = person("李建军", "13803100001");
/** Shares 丛台 with the first. */
export const NEIGHBOUR = person("赵敏", "13803100002");
/** Walks 永年, another territory. */
export const ELSEWHERE = person("王晓丽", "13803100003");
/** Answers for the region. */
export const MANAGER = person("陈志远", "13803100011");
/** Sees every region. */
export const CENTRE = person("周岚", "13803100021");
