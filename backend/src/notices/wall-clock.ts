/** Wall clocks of time zones, with the hours that come twice a year or not at all. Pure. */

export interface WallTime {
  year: number;
  month: number;
  day: number;
  /** Minutes since midnight, as the clock shows them. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601', { timeZone: zone, hourCycle: 'h23', ...parts });
  formats.set(zone, made);
  return made;
}

export function isZone(zone: string): boolean {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
}

export function wallTime(at: Date, zone: string): WallTime {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), minutes: part('hour') * 60 + part('minute') };
}

const asUtc = ({ year, month, day, minutes }: WallTime): number => Date.UTC(year, month - 1, day, 0, minutes);

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The first moment at or after `from` at which the clock shows the time. Where the clock leaps over it, the moment of
 * the leap; where it is shown twice, the first.
 */
export function nextTime(from: Date, time: string, zone: string): Date {
  const wanted = minutesOf(time);
  const here = wallTime(from, zone);
  for (let days = 0; days <= 2; days++) {
    const found = instantOf({ ...here, day: here.day + days, minutes: wanted }, zone);
    if (found.getTime() >= from.getTime()) return found;
  }
  return from;
}

function instantOf(wall: WallTime, zone: string): Date {
  const shown = asUtc(wall);
  const offsetAt = (at: number): number => asUtc(wallTime(new Date(at), zone)) - at;
  const candidates = [offsetAt(shown - 86_400_000), offsetAt(shown + 86_400_000)].map((offset) => shown - offset);
  const exact = candidates.filter((at) => at + offsetAt(at) === shown);
  if (exact.length > 0) return new Date(Math.min(...exact));
  // The clock leaps over this time: it shows the next one at the leap.
  return new Date(leapBetween(Math.min(...candidates), Math.max(...candidates), offsetAt));
}

function leapBetween(early: number, late: number, offsetAt: (at: number) => number): number {
  let [before, after] = [early, late];
  const offset = offsetAt(before);
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 120_000) * 60_000;
    if (middle <= before) break;
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}
