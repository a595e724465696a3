/** The `datetime` of a request: an instant, or an interval that may be open at one end (RFC 3339). Pure. */
const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;

const dayMs = 86_400_000;

export interface TimeSpan {
  from: Date | null;
  to: Date | null;
}

/** A day alone is all of it, in UTC. Null for what is no time. */
function spanOf(text: string): { from: Date; to: Date } | null {
  const isDay = day.test(text);
  if (!isDay && !instant.test(text)) return null;
  const from = new Date(isDay ? `${text}T00:00:00Z` : text.toUpperCase());
  if (Number.isNaN(from.getTime()) || !isSoundDay(text.slice(0, 10))) return null;
  return { from, to: isDay ? new Date(from.getTime() + dayMs - 1) : from };
}

/** The engine takes the 30th of February for a day in March. */
const isSoundDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Null for what is neither instant nor interval; both ends open is none either. */
export function readDatetime(text: string): TimeSpan | null {
  const ends = text.split('/');
  if (ends.length === 1) return spanOf(text);
  if (ends.length !== 2) return null;
  const [first = '', last = ''] = ends;
  const isOpen = (end: string): boolean => end === '' || end === '..';
  const [from, to] = [isOpen(first) ? null : spanOf(first), isOpen(last) ? null : spanOf(last)];
  if ((from === null && !isOpen(first)) || (to === null && !isOpen(last))) return null;
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from.from > to.to) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}
