/** Each report that did not allow it, by its words. */
import type { JSX } from 'preact';
import { useSelect, useWords } from '../pieces/console-context.js';
import type { Refused } from './use-bulk.js';

export const Refusals = ({ refused }: { refused: Refused | null }): JSX.Element | null => {
  const { t } = useWords();
  const rows = useSelect((state) => state.queue.rows);
  const faults = refused?.problem.errors.filter(({ pointer }) => pointer.startsWith('/reports/')) ?? [];
  if (refused === null || faults.length === 0) return null;
  const wordsAt = (pointer: string): string => {
    const id = refused.ids[Number(pointer.split('/')[2])];
    const row = rows.find((one) => one.id === id);
    return row?.kind === 'report' && row.report.text !== '' ? row.report.text : t.queue.noText;
  };
  return (
    <ul class="refusals" aria-label={t.speed.refusals}>
      {faults.map(({ pointer, detail }) => (
        <li key={pointer}>
          <span class="cut" dir="auto">
            {wordsAt(pointer)}
          </span>
          <span class="muted">{detail}</span>
        </li>
      ))}
    </ul>
  );
};
