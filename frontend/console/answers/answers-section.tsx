/** The ready answers of the deployment: all of them saved together. */
import type { ReadyAnswer, ReadyAnswersView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { StaleNote } from '../settings/stale-note.js';
import { useChange } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';

const none: readonly string[] = [];

interface OneProps {
  answer: ReadyAnswer;
  languages: readonly string[];
  onChange: (change: Partial<ReadyAnswer>) => void;
  onRemove: () => void;
}

const One = ({ answer, languages, onChange, onRemove }: OneProps): JSX.Element => {
  const { t } = useWords();
  return (
    <fieldset class="answer">
      <Field label={t.speed.answerTitle}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            maxLength={80}
            dir="auto"
            value={answer.title}
            onInput={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.speed.answerLanguage}>
        {(wiring) => (
          <select
            {...wiring}
            value={answer.language}
            onChange={(event) => onChange({ language: event.currentTarget.value })}
          >
            {[...new Set([...languages, answer.language])].map((language) => (
              <option key={language} value={language}>
                {language}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.speed.answerText}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={2000}
            dir="auto"
            value={answer.text}
            onInput={(event) => onChange({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <button
        type="button"
        class="button quiet small"
        aria-label={fill(t.speed.answerRemove, { title: answer.title })}
        onClick={onRemove}
      >
        {t.common.remove}
      </button>
    </fieldset>
  );
};

const Editor = ({
  view,
  onSaved,
}: {
  view: ReadyAnswersView;
  onSaved: (view: ReadyAnswersView) => void;
}): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const languages = useSelect((state) => state.deployment.view?.languages ?? none);
  const [draft, setDraft] = useState<readonly ReadyAnswer[]>(view.items);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(view.items);
  useUnsaved(isChanged);
  const take = (saved: ReadyAnswersView): void => {
    onSaved(saved);
    setDraft(saved.items);
  };
  const save = (version: number): Promise<boolean> =>
    change.run(async (api) => take(await api.putReadyAnswers(version, { items: [...draft] })));
  const load = (): Promise<ReadyAnswersView> => here(context).readyAnswers();
  return (
    <PlainForm
      onSubmit={() => {
        if (isChanged) void save(view.version);
      }}
    >
      <p class="muted">{t.speed.answersLead}</p>
      {draft.map((answer, at) => (
        <One
          key={at}
          answer={answer}
          languages={languages}
          onChange={(part) => setDraft(draft.map((one, index) => (index === at ? { ...one, ...part } : one)))}
          onRemove={() => setDraft(draft.filter((_, index) => index !== at))}
        />
      ))}
      <button
        type="button"
        class="button"
        onClick={() => setDraft([...draft, { language: languages[0] ?? 'en', title: '', text: '' }])}
      >
        {t.speed.answerAdd}
      </button>
      {change.problem?.stale ? (
        <StaleNote
          onLoadTheirs={() => void load().then(take)}
          onSaveMine={() => void load().then(({ version }) => save(version))}
        />
      ) : (
        <ProblemNote problem={change.problem} />
      )}
      <div class="form-actions start sticky">
        <button type="submit" class="button primary" disabled={change.busy || !isChanged}>
          {t.common.save}
        </button>
      </div>
    </PlainForm>
  );
};

export const AnswersSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const [view, setView] = useState<ReadyAnswersView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (): void => {
    setProblem(null);
    here(context)
      .readyAnswers()
      .then(setView, (error: unknown) => setProblem(noteProblem(context, error)));
  };
  useEffect(load, []);
  if (problem !== null) return <ProblemNote problem={problem} retry={load} />;
  return view === null ? <p class="muted">{words.t.common.loading}</p> : <Editor view={view} onSaved={setView} />;
};
