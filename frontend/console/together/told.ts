/** What others did that concerns the reader, to be told in a strip at the bottom. Pure. */
import type { Change } from '@atesto/contract';

/** `words` names a text of the catalogue, which leaves places open for the values. */
export interface Told {
  words: 'takenOver';
  values: Readonly<Record<string, string>>;
}

const shown = 60;
const short = (text: string): string => (text.length > shown ? `${text.slice(0, shown)}…` : text);

export const toldTo = (userId: string | null, items: readonly Change[]): Told[] =>
  items.flatMap((item) => {
    if (!('report' in item) || item.takenOver === undefined || item.takenOver.from !== userId) return [];
    const name = item.report.claim?.by.name ?? '';
    return [
      { words: 'takenOver' as const, values: { name, note: item.takenOver.note, what: short(item.report.text) } },
    ];
  });
