/** Which lines of the palette fit what is typed: every word of it, wherever it stands, accents aside. Pure. */
import { plain } from '../finding/plain.js';

/** Those that begin with what is typed come first; otherwise the order stays. */
export const matching = <Line extends { label: string }>(lines: readonly Line[], typed: string): Line[] => {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const fitting = lines.filter(({ label }) => wanted.every((word) => plain(label).includes(word)));
  const begins = ({ label }: Line): boolean => wanted[0] !== undefined && plain(label).startsWith(wanted[0]);
  return [...fitting.filter(begins), ...fitting.filter((line) => !begins(line))];
};

/** One up or down, around the ends. */
export const stepped = (at: number, step: 1 | -1, count: number): number =>
  count === 0 ? 0 : (at + step + count) % count;
