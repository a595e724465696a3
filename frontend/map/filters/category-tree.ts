/** Categories as the filter shows them: children below their parents, and what choosing one means for the others. Pure. */
import type { Category } from '@atesto/contract';

export interface Branch {
  code: string;
  depth: number;
  /** Codes above it, the nearest first. */
  above: string[];
}

/** Without what is sensitive, which no public filter could find. */
export function branchesOf(categories: readonly Category[]): Branch[] {
  const shown = categories.filter(({ sensitive }) => !sensitive);
  const known = new Set(shown.map(({ code }) => code));
  const below = (parent: string | null, above: string[]): Branch[] =>
    shown
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      // A ring of parents, which should not exist, is in no branch.
      .flatMap(({ code }) => [{ code, depth: above.length, above }, ...below(code, [code, ...above])]);
  return below(null, []);
}

/** What is asked for when a box is pressed: a parent stands for all below it, so these need not be named. */
export function chosenAfter(
  branches: readonly Branch[],
  chosen: readonly string[],
  code: string,
  on: boolean,
): string[] {
  const others = chosen.filter((one) => one !== code);
  if (!on) return others;
  const isBelow = (one: string): boolean =>
    branches.some((branch) => branch.code === one && branch.above.includes(code));
  return [...others.filter((one) => !isBelow(one)), code];
}
