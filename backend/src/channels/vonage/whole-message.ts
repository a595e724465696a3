/** Puts the parts of a long message together. Pure. */

export interface MessagePart {
  /** The provider's name of it. */
  partId: string;
  part: number;
  total: number;
  text: string;
  at: Date;
}

export interface WholeMessage {
  text: string;
  /** Those that it is made of. */
  partIds: string[];
  isComplete: boolean;
}

/** Shown where a part never came. */
const gap = '[…]';

/** The first that came counts where a number came twice: the other belongs to another message of the same sender. */
export function wholeMessage(parts: readonly MessagePart[]): WholeMessage {
  const byNumber = new Map<number, MessagePart>();
  for (const one of parts.toSorted(byArrival)) if (!byNumber.has(one.part)) byNumber.set(one.part, one);
  const total = Math.max(...parts.map((one) => one.total));
  const numbers = Array.from({ length: total }, (_, at) => at + 1);
  const isComplete = numbers.every((number) => byNumber.has(number));
  return {
    text: isComplete ? numbers.map((number) => byNumber.get(number)?.text ?? '').join('') : withGaps(numbers, byNumber),
    partIds: [...byNumber.values()].map(({ partId }) => partId).sort(),
    isComplete,
  };
}

const byArrival = (one: MessagePart, other: MessagePart): number =>
  one.at.getTime() - other.at.getTime() || (one.partId < other.partId ? -1 : 1);

function withGaps(numbers: readonly number[], byNumber: ReadonlyMap<number, MessagePart>): string {
  const pieces = numbers.map((number) => byNumber.get(number)?.text ?? gap);
  return pieces.filter((piece, at) => piece !== gap || pieces[at - 1] !== gap).join(' ');
}
