/** The journal of one thing, oldest first: what happened, who did it, and from what to what. */
import type { HistoryEntry } from '@atesto/contract';
import type { JSX } from 'preact';
import { useCategories, useWords } from './console-context.js';
import { fieldName, valueWords } from './field-words.js';
import { Moment } from './marks.js';
import { UndoOfEntry } from '../undo/undo-of-entry.js';
import { titleOf } from '../undo/entry-title.js';

const byReporter: readonly string[] = ['report.received', 'report.answered'];

const Changes = ({ data }: { data: Record<string, unknown> }): JSX.Element | null => {
  const words = useWords();
  const categories = useCategories();
  const before = (data['before'] ?? {}) as Record<string, unknown>;
  // A field that was empty and stays so says nothing.
  const told = (name: string): boolean => name in before || (data[name] ?? '') !== '';
  const names = Object.keys(data).filter((name) => name !== 'before' && fieldName(name, words) !== null && told(name));
  if (names.length === 0) return null;
  return (
    <ul class="history-changes">
      {names.map((name) => (
        <li key={name} dir="auto">
          <span class="muted">{fieldName(name, words)}: </span>
          {name in before && <s>{valueWords(name, before[name], words, categories)}</s>}{' '}
          {valueWords(name, data[name], words, categories)}
        </li>
      ))}
    </ul>
  );
};

export const HistoryList = ({ entries }: { entries: readonly HistoryEntry[] | null }): JSX.Element => {
  const { t } = useWords();
  if (entries === null) return <p class="muted">{t.common.loading}</p>;
  if (entries.length === 0) return <p class="muted">{t.detail.historyEmpty}</p>;
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <p class="history-line">
            <strong>{titleOf(entry, t)}</strong>
            <span class="muted">
              {entry.by?.name ?? (byReporter.includes(entry.kind) ? t.reporterDid : t.system)} ·{' '}
              <Moment at={entry.at} />
            </span>
          </p>
          <Changes data={entry.data} />
          <UndoOfEntry entry={entry} />
        </li>
      ))}
    </ol>
  );
};
