/**
 * Cuts a stretch of time into buckets that people would choose: whole minutes, hours, days or weeks of UTC, so that
 * everybody who looks at about the same time gets the same edges. Pure.
 */
const minuteMs = 60_000;
const dayMinutes = 1_440;
const weekMinutes = 7 * dayMinutes;
const longest = 4 * weekMinutes;
const roundMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, dayMinutes, 2 * dayMinutes, weekMinutes, longest];
/** 1970 began on a Thursday; weeks begin on Mondays. */
const firstMonday = 4 * dayMinutes;

export interface RoundBuckets {
  /** Milliseconds since 1970, at the beginning of the first bucket. */
  start: number;
  minutes: number;
  count: number;
}

function laidOut(from: number, to: number, minutes: number): RoundBuckets {
  const width = minutes * minuteMs;
  const offset = minutes % weekMinutes === 0 ? firstMonday * minuteMs : 0;
  const first = Math.floor((from - offset) / width);
  const count = Math.max(1, Math.ceil((to - offset) / width) - first);
  return { start: first * width + offset, minutes, count };
}

/** At most `most` buckets, which must be two or more, that hold everything from `from` up to `to`, in milliseconds since 1970. */
export function roundBuckets(from: number, to: number, most: number): RoundBuckets {
  for (const minutes of roundMinutes) {
    const buckets = laidOut(from, to, minutes);
    if (buckets.count <= most) return buckets;
  }
  // The first and the last may be cut by an edge, so as many lengths as fit into one fewer.
  const lengths = Math.ceil((to - from) / ((most - 1) * longest * minuteMs));
  return laidOut(from, to, lengths * longest);
}
