/** Finds the names of an area in a text, the longest first, each with the words around it. Pure. */
import type { AreaNames, AreaPlace, NameMatch } from './area-names.js';
import { joining, kinds, leading, nearing, placing, titles } from './small-words.js';
import { keyOf, type Token } from './tokens.js';

export interface Mention extends NameMatch {
  /** The first word, and the one behind the last. */
  from: number;
  to: number;
}

const lowestInitials = 3;
const isGlued = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from]!.segment === tokens[to - 1]!.segment;

/** PaP, PAP, P.A.P. — but not "pap". */
function initialsAt(tokens: readonly Token[], text: string, at: number, names: AreaNames): Mention | null {
  const token = tokens[at]!;
  const raw = text.slice(token.start, token.end);
  if (raw.length < lowestInitials || (raw.match(/\p{Lu}/gu)?.length ?? 0) < 2) return null;
  const match = names.findInitials(token.folded);
  return match && { ...match, from: at, to: at + 1 };
}

const small = [joining, leading, nearing, placing, titles, kinds];
export const isSmall = (folded: string): boolean => small.some((words) => words.has(folded));

/** Whether a slip of the pen is worth looking for here: not in every word of a story. */
function mayBeName(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]!;
  if (first.isNumber || tokens[to - 1]!.isNumber || isSmall(first.folded) || isSmall(tokens[to - 1]!.folded))
    return false;
  const before = tokens[from - 1];
  const isPlaced = before?.segment === first.segment && (placing.has(before.folded) || nearing.has(before.folded));
  const isWhole = before?.segment !== first.segment && tokens[to]?.segment !== first.segment;
  return (first.isCapital && !first.isFirst) || isPlaced || isWhole;
}

function mentionAt(tokens: readonly Token[], at: number, names: AreaNames): Mention | null {
  const most = Math.min(names.mostWords + 1, tokens.length - at);
  for (let length = most; length > 0; length--) {
    const to = at + length;
    if (!isGlued(tokens, at, to)) continue;
    const match = names.find(keyOf(tokens.slice(at, to).map(({ folded }) => folded)));
    if (match !== null) return { ...match, from: at, to };
  }
  return null;
}

function similarAt(tokens: readonly Token[], at: number, names: AreaNames): Mention | null {
  for (let length = Math.min(4, tokens.length - at); length > 0; length--) {
    const to = at + length;
    if (!isGlued(tokens, at, to) || !mayBeName(tokens, at, to)) continue;
    const match = names.findSimilar(keyOf(tokens.slice(at, to).map(({ folded }) => folded)));
    if (match !== null) return { ...match, from: at, to };
  }
  return null;
}

export function findMentions(text: string, tokens: readonly Token[], names: AreaNames): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = mentionAt(tokens, at, names) ?? initialsAt(tokens, text, at, names) ?? similarAt(tokens, at, names);
    if (found === null) continue;
    mentions.push(found);
    at = found.to - 1;
  }
  return mentions;
}

export const mostLikely = ({ places }: Mention): AreaPlace => places[0]!;
