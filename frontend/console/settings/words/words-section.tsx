/** The words by which reports get suggestions: one language at a time, saved together. */
import type { WordList, WordsView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../shared/problem.js';
import { here, noteProblem } from '../../actions/context.js';
import { useConsole, useWords } from '../../pieces/console-context.js';
import { Field } from '../../pieces/field.js';
import { PlainForm } from '../../pieces/plain-form.js';
import { ProblemNote } from '../../pieces/problem-note.js';
import { useUnsaved } from '../../pieces/use-unsaved.js';
import { StaleNote } from '../stale-note.js';
import { useChange } from '../use-remote.js';
import { badWords, changedLists, type WordDrafts } from './words-draft.js';
import { WordsEditor } from './words-editor.js';

const languageName = (tag: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

interface LanguageChoiceProps {
  languages: readonly string[];
  value: string;
  onChange: (language: string) => void;
}

const LanguageChoice = ({ languages, value, onChange }: LanguageChoiceProps): JSX.Element => {
  const { t, language: own } = useWords();
  return (
    <div class="narrow">
      <Field label={t.suggestions.words.language}>
        {(wiring) => (
          <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageName(language, own)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
};

const Editor = ({ view, onSaved }: { view: WordsView; onSaved: (view: WordsView) => void }): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const languages = [...new Set(view.items.map(({ language }) => language))];
  const [language, setLanguage] = useState(languages[0] ?? '');
  const [drafts, setDrafts] = useState<WordDrafts>({});
  const [sent, setSent] = useState<readonly WordList[]>([]);
  const changed = changedLists(view.items, drafts);
  const pointers = change.problem?.errors.map(({ pointer }) => pointer) ?? [];
  useUnsaved(changed.length > 0);
  const save = async (version: number): Promise<void> => {
    setSent(changed);
    await change.run(async (api) => {
      onSaved(await api.putWords(version, { items: changed }));
      setDrafts({});
    });
  };
  const reload = async (): Promise<void> => {
    onSaved(await here(context).words());
    setDrafts({});
  };
  return (
    <PlainForm
      onSubmit={() => {
        if (changed.length > 0) void save(view.version);
      }}
    >
      <p class="muted">{t.suggestions.words.lead}</p>
      <p class="hint">{t.suggestions.words.how}</p>
      <LanguageChoice languages={languages} value={language} onChange={setLanguage} />
      <WordsEditor
        lists={view.items.filter((list) => list.language === language)}
        drafts={drafts}
        badOf={(list) => badWords(sent, pointers, list)}
        onType={(key, text) => setDrafts((now) => ({ ...now, [key]: text }))}
      />
      {change.problem?.stale ? (
        <StaleNote
          onLoadTheirs={() => void reload()}
          onSaveMine={() =>
            void here(context)
              .words()
              .then(({ version }) => save(version))
          }
        />
      ) : (
        <ProblemNote problem={change.problem} />
      )}
      <div class="form-actions start sticky">
        <button type="submit" class="button primary" disabled={change.busy || changed.length === 0}>
          {t.common.save}
        </button>
        {changed.length > 0 && <span class="hint">{t.suggestions.words.unsaved}</span>}
      </div>
    </PlainForm>
  );
};

export const WordsSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const [view, setView] = useState<WordsView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (): void => {
    setProblem(null);
    here(context)
      .words()
      .then(setView, (error: unknown) => setProblem(noteProblem(context, error)));
  };
  useEffect(load, []);
  if (problem !== null) return <ProblemNote problem={problem} retry={load} />;
  return view === null ? <p class="muted">{words.t.common.loading}</p> : <Editor view={view} onSaved={setView} />;
};
