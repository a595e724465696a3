/** Claims: one person at a time works on a report, and not for ever. Pure. */
export interface Claim {
  by: string;
  until: Date;
}

/** The claim that holds at `now`, null when there is none or it has expired. */
export function liveClaim(by: string | null, until: Date | null, now: Date): Claim | null {
  return by !== null && until !== null && until > now ? { by, until } : null;
}

export function isHeldByOther(claim: Claim | null, userId: string): boolean {
  return claim !== null && claim.by !== userId;
}
