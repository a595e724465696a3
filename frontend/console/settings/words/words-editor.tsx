/** The lists of one language: urgency, then each category, a text field each. */
import type { WordListView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useCategories, useWords } from '../../pieces/console-context.js';
import { Field } from '../../pieces/field.js';
import { categoryOf } from '../../queue/category-tree.js';
import { fill } from '../../texts/forms.js';
import { draftOf, isShipped, keyOf, writeWords, type WordDrafts } from './words-draft.js';

interface WordsEditorProps {
  lists: readonly WordListView[];
  drafts: WordDrafts;
  badOf: (list: WordListView) => string[];
  onType: (key: string, text: string) => void;
}

const useListName = (): ((list: WordListView) => string) => {
  const { t, nameOf } = useWords();
  const categories = useCategories();
  return ({ kind, code }) => {
    if (kind === 'priority') return code === 'critical' ? t.suggestions.words.critical : t.suggestions.words.high;
    const category = categoryOf(categories, code);
    return category === null ? code : nameOf(category);
  };
};

const ListField = ({ list, ...props }: WordsEditorProps & { list: WordListView }): JSX.Element => {
  const { t } = useWords();
  const name = useListName()(list);
  const bad = props.badOf(list);
  const type = (text: string): void => props.onType(keyOf(list), text);
  return (
    <div class="words-list">
      <Field label={name} fault={bad.length > 0 ? fill(t.suggestions.words.bad, { words: bad.join(', ') }) : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            dir="auto"
            lang={list.language}
            spellcheck={false}
            value={draftOf(props.drafts, list)}
            onInput={(event) => type(event.currentTarget.value)}
          />
        )}
      </Field>
      {!isShipped(props.drafts, list) && (
        <button
          type="button"
          class="button small quiet"
          aria-label={fill(t.suggestions.words.asShippedLabel, { name })}
          onClick={() => type(writeWords(list.shipped))}
        >
          {t.suggestions.words.asShipped}
        </button>
      )}
    </div>
  );
};

export const WordsEditor = (props: WordsEditorProps): JSX.Element => {
  const { t } = useWords();
  const parts = { priority: t.suggestions.words.urgency, category: t.suggestions.words.categories };
  return (
    <>
      {(['priority', 'category'] as const).map((kind) => (
        <section key={kind} class="words-part" aria-label={parts[kind]}>
          <h3>{parts[kind]}</h3>
          {props.lists
            .filter((list) => list.kind === kind)
            .map((list) => (
              <ListField key={keyOf(list)} {...props} list={list} />
            ))}
        </section>
      ))}
    </>
  );
};
