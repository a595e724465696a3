/** Whether the public may know of an incident at all. Every output asks this rule, or the SQL beside it. Pure. */
import type { Visibility } from '@atesto/contract';

export interface PublicFacts {
  visibility: Visibility;
  isMerged: boolean;
  isSensitive: boolean;
  /** A second person, none of those who opened or verified it, has confirmed it. */
  isSeconded: boolean;
}

export function mayPublicSee(facts: PublicFacts, fourEyes: boolean): boolean {
  return facts.visibility === 'public' && !facts.isMerged && !facts.isSensitive && (facts.isSeconded || !fourEyes);
}

/** Published by somebody, and held back only until a second person has confirmed it. */
export function waitsForSecond(facts: PublicFacts, fourEyes: boolean): boolean {
  return fourEyes && !facts.isSeconded && mayPublicSee(facts, false);
}

/** The part of the rule that stands in the row, as SQL; the caller binds whether four eyes are demanded. */
export const publicRowSql = (alias: string, fourEyes: string): string =>
  `${alias}.visibility = 'public' and ${alias}.merged_into is null
   and (${alias}.seconded_by is not null or not ${fourEyes}::boolean)`;
