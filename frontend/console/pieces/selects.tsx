/** Choosing a category, a severity, or one of a few words. */
import type { Severity } from '@atesto/contract';
import type { JSX } from 'preact';
import { severities } from '../address/words.js';
import { flattened } from '../queue/category-tree.js';
import { useCategories, useWords } from './console-context.js';
import type { Wiring } from './field.js';

interface CategorySelectProps extends Partial<Wiring> {
  value: string | null;
  onChange: (code: string | null) => void;
}

/** Depth shows as indentation, since options cannot nest deeper than one level. */
export const CategorySelect = ({ value, onChange, ...wiring }: CategorySelectProps): JSX.Element => {
  const { t, nameOf } = useWords();
  const nodes = flattened(useCategories());
  const known = value === null || nodes.some(({ category }) => category.code === value);
  return (
    <select {...wiring} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{t.detail.noCategory}</option>
      {!known && <option value={value}>{value}</option>}
      {nodes.map(({ category, depth }) => (
        <option key={category.code} value={category.code}>
          {'\u2003'.repeat(depth) + nameOf(category)}
        </option>
      ))}
    </select>
  );
};

interface WordSelectProps<Word extends string> extends Partial<Wiring> {
  /** Where no label stands beside it. */
  'aria-label'?: string;
  value: Word;
  words: readonly Word[];
  label: (word: Word) => string;
  onChange: (word: Word) => void;
}

export const WordSelect = <Word extends string>(props: WordSelectProps<Word>): JSX.Element => {
  const { value, words, label, onChange, ...wiring } = props;
  const choose = (text: string): void => {
    const word = words.find((one) => one === text);
    if (word !== undefined) onChange(word);
  };
  return (
    <select {...wiring} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {words.map((word) => (
        <option key={word} value={word}>
          {label(word)}
        </option>
      ))}
    </select>
  );
};

interface SeveritySelectProps extends Partial<Wiring> {
  value: Severity;
  onChange: (severity: Severity) => void;
}

export const SeveritySelect = (props: SeveritySelectProps): JSX.Element => {
  const { t } = useWords();
  return <WordSelect {...props} words={severities} label={(word) => t.severity[word]} />;
};
