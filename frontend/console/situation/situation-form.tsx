/** The words of a situation report, language by language, and the press that saves it. */
import type { JSX } from 'preact';
import { useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange } from '../settings/use-remote.js';
import { reportOf, type Draft } from './situation-draft.js';

interface FormProps {
  draft: Draft;
  put: (part: Partial<Draft>) => void;
  onSaved: () => void;
}

const nameOf = (language: string, shown: string): string =>
  new Intl.DisplayNames(shown, { type: 'language' }).of(language) ?? language;

const Words = ({ language, draft, put }: Pick<FormProps, 'draft' | 'put'> & { language: string }): JSX.Element => {
  const { t, language: shown } = useWords();
  const written = draft.texts[language] ?? { summary: '', messages: '' };
  const write = (part: Partial<typeof written>): void =>
    put({ texts: { ...draft.texts, [language]: { ...written, ...part } } });
  return (
    <fieldset class="situation-words">
      <legend>{nameOf(language, shown)}</legend>
      <Field label={t.situation.summary} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={4}
            maxLength={5000}
            lang={language}
            dir="auto"
            value={written.summary}
            onInput={(event) => write({ summary: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.situation.messages} hint={t.situation.messagesHint} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={5000}
            lang={language}
            dir="auto"
            value={written.messages}
            onInput={(event) => write({ messages: event.currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  );
};

export const SituationForm = ({ draft, put, onSaved }: FormProps): JSX.Element => {
  const { t } = useWords();
  const languages = useSelect((state) => state.deployment.view?.languages);
  const change = useChange();
  const save = async (): Promise<void> => {
    const done = await change.run(async (api) => {
      await api.saveSituationReport(reportOf(draft, Date.now()));
    });
    if (done) onSaved();
  };
  return (
    <form
      class="form boxed"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t.situation.save}</h3>
      <p class="muted">{t.situation.saveLead}</p>
      <Field label={t.situation.name} hint={t.situation.nameExample} fault={change.problem?.at('/title')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            required
            maxLength={200}
            dir="auto"
            value={draft.title}
            onInput={(event) => put({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      {(languages ?? ['en']).map((language) => (
        <Words key={language} language={language} draft={draft} put={put} />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={draft.published}
          onChange={(event) => put({ published: event.currentTarget.checked })}
        />
        {t.situation.published}
      </label>
      <ProblemNote problem={change.problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={change.busy}>
          {t.situation.submit}
        </button>
      </div>
    </form>
  );
};
