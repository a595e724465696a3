/** Which columns, and under which headings. */
import type { ExportColumnView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { toggled, type ExportChoice } from './export-choice.js';

interface ColumnFieldsProps {
  all: readonly ExportColumnView[];
  columns: ExportChoice['columns'];
  onChange: (columns: ExportChoice['columns']) => void;
}

export const ColumnFields = ({ all, columns, onChange }: ColumnFieldsProps): JSX.Element => {
  const { t } = useWords();
  const usual = all.filter((column) => column.usual).map(({ key }) => ({ key, name: '' }));
  const chosen = columns ?? usual;
  const nameOf = (key: string): string => chosen.find((one) => one.key === key)?.name ?? '';
  return (
    <details class="export-columns">
      <summary>
        {columns === null ? t.exports.usualColumns : fill(t.exports.chosenColumns, { count: String(columns.length) })}
      </summary>
      <ul class="plain-list">
        {all.map(({ key, meaning }) => {
          const isIn = chosen.some((one) => one.key === key);
          return (
            <li key={key} class="export-column">
              <label class="check" title={meaning}>
                <input
                  type="checkbox"
                  checked={isIn}
                  // A file without columns is none.
                  disabled={isIn && chosen.length === 1}
                  onChange={() => onChange(toggled(chosen, key, all))}
                />
                <code>{key}</code>
              </label>
              <input
                type="text"
                maxLength={100}
                dir="auto"
                disabled={!isIn}
                aria-label={fill(t.exports.heading, { column: key })}
                placeholder={key}
                value={nameOf(key)}
                onInput={(event) => {
                  const name = event.currentTarget.value;
                  onChange(chosen.map((one) => (one.key === key ? { ...one, name } : one)));
                }}
              />
            </li>
          );
        })}
      </ul>
      {columns !== null && (
        <button type="button" class="link" onClick={() => onChange(null)}>
          {t.exports.backToUsual}
        </button>
      )}
    </details>
  );
};
