/** Whether something that happened is what a person wants to be told of. Pure. */
import type { NoticeKind, NoticePace, NoticeRule, NoticeWay, Severity } from '@atesto/contract';
import { severities } from '@atesto/contract';

export interface Happening {
  kind: NoticeKind;
  place: { lat: number; lon: number } | null;
  categoryId: string | null;
  severity: Severity;
}

/** Codes to the ids of the categories with them and of all below them. */
export type Below = (codes: readonly string[]) => readonly string[];

const personal = new Set<NoticeKind>(['assigned', 'mention', 'answer', 'taken-over']);

export const isPersonal = (kind: NoticeKind): boolean => personal.has(kind);

export function matchesRule(rule: NoticeRule, happening: Happening, below: Below): boolean {
  const { kind, place, categoryId, severity } = happening;
  if (!rule.kinds.includes(kind)) return false;
  // What is about the person's own work is theirs wherever it is.
  if (isPersonal(kind)) return true;
  if (rule.severity !== undefined && severities.indexOf(severity) < severities.indexOf(rule.severity)) return false;
  if (rule.area != null && place !== null && !isInside(rule.area, place)) return false;
  const { categories = [] } = rule;
  return categories.length === 0 || (categoryId !== null && below(categories).includes(categoryId));
}

function isInside(area: NonNullable<NoticeRule['area']>, { lat, lon }: { lat: number; lon: number }): boolean {
  if (lat < area.south || lat > area.north) return false;
  return area.west <= area.east ? lon >= area.west && lon <= area.east : lon >= area.west || lon <= area.east;
}

const order: readonly NoticePace[] = ['now', 'hourly', 'daily'];

/** By which ways it is told, each at the quickest pace that a rule gives it; null when no rule fits. */
export function waysOf(
  rules: readonly NoticeRule[],
  happening: Happening,
  below: Below,
): ReadonlyMap<NoticeWay, NoticePace> | null {
  const fitting = rules.filter((rule) => matchesRule(rule, happening, below));
  if (fitting.length === 0) return null;
  const ways = new Map<NoticeWay, NoticePace>();
  for (const { ways: own, pace } of fitting) {
    for (const way of own) {
      const known = ways.get(way);
      if (known === undefined || order.indexOf(pace) < order.indexOf(known)) ways.set(way, pace);
    }
  }
  return ways;
}
