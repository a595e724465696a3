/** How the work for a text grows with its length, told by processor time, which other programs' load hardly changes. */

/** Below this a whole text costs nothing worth telling. */
const nothingMs = 30;

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const best = (work: () => void): number => Math.min(...[1, 2, 3].map(() => cpuMs(work)));

/**
 * How many times as much a text costs that is four times as long: 4 where time grows with the length, 16 where it grows
 * with its square; 1 where even the whole text costs next to nothing.
 */
export function growthOf(read: (text: string) => void, piece: string, times: number): number {
  const whole = best(() => {
    read(piece.repeat(times));
  });
  if (whole < nothingMs) return 1;
  const quarter = best(() => {
    read(piece.repeat(times / 4));
  });
  return whole / Math.max(quarter, 1);
}

/** What is still called growth with the length. */
export const linearGrowth = 9;
