// The shops among the places that are visited: candidates and members have places too.
import type { Api } from "./api";
import type { Outlet, Visit } from "./records";

/** Open shops. */
export async function shopsOf(api: Api): Promise<Outlet[]> {
  return (await api.all("outlet")).filter(({ open, partner }) => open && !partner);
}

/** Visits to shops. */
export async function shopVisits(api: Api): Promise<Visit[]> {
  const partners = new Set((await api.all("outlet")).filter(({ partner }) => partner).map(({ id }) => id));
  return (await api.all("visit")).filter(({ outlet }) => !partners.has(outlet));
}
