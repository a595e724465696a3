/** What is news of a public incident, seen from what the public knew of it before; and whom it concerns. Pure. */
import { severities, type AlertNews, type IncidentStatus, type PublicIncident, type Severity } from '@atesto/contract';
import { holds, type Shape } from './area-shape.js';

export interface Known {
  severity: Severity;
  status: IncidentStatus;
}

const rank = (severity: Severity): number => severities.indexOf(severity);

/** `before`: null for one that the public sees for the first time. */
export function newsOf(before: Known | null, now: Known): AlertNews | null {
  if (before === null) return now.status === 'resolved' ? null : 'public';
  if (now.status === 'resolved') return before.status === 'resolved' ? null : 'resolved';
  const isRisen = rank(now.severity) > rank(before.severity);
  return isRisen && (now.severity === 'high' || now.severity === 'critical') ? now.severity : null;
}

export interface Wish {
  shape: Shape;
  /** Ids of the categories and of all below them; null for all. */
  categoryIds: ReadonlySet<string> | null;
  severity: Severity;
}

/** Held against what the public sees: its place is the rough one. */
export function concerns(
  wish: Wish,
  incident: Pick<PublicIncident, 'location' | 'severity'>,
  categoryId: string | null,
): boolean {
  if (rank(incident.severity) < rank(wish.severity)) return false;
  if (wish.categoryIds !== null && (categoryId === null || !wish.categoryIds.has(categoryId))) return false;
  return holds(wish.shape, incident.location);
}

/** Where neither says categories, or both say one that stands in the other. */
export const sharesCategory = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): boolean =>
  one === null || other === null || [...one].some((id) => other.has(id));
