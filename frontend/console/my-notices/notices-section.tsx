/** What one wants to be told of in this deployment, where and when: saved together. */
import type { NoticePreferencesView, NoticeRule, PutNoticePreferences } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { StaleNote } from '../settings/stale-note.js';
import { useChange } from '../settings/use-remote.js';
import type { Language } from '../texts/texts.js';
import { DeliveryLog } from './delivery-log.js';
import { PlacesPart } from './places-part.js';
import { RuleCard } from './rule-card.js';
import { TimesPart } from './times-part.js';

const newRule: NoticeRule = { kinds: ['incident'], ways: [], pace: 'now' };

/** Nothing was saved yet: the zone and language are those of this browser. */
const draftOf = (view: NoticePreferencesView, language: Language): PutNoticePreferences => ({
  rules: view.rules,
  quiet: view.quiet,
  digestAt: view.digestAt,
  zone: view.version === 0 ? Intl.DateTimeFormat().resolvedOptions().timeZone : view.zone,
  language: view.version === 0 ? language : view.language,
});

interface EditorProps {
  view: NoticePreferencesView;
  onView: (view: NoticePreferencesView) => void;
}

const Editor = ({ view, onView }: EditorProps): JSX.Element => {
  const { context, words } = useConsole();
  const { t, language } = words;
  const change = useChange();
  const [draft, setDraft] = useState(() => draftOf(view, language));
  const [touched, setTouched] = useState(false);
  useUnsaved(touched);
  const edit = (next: PutNoticePreferences): void => {
    setDraft(next);
    setTouched(true);
  };
  const save = (version: number): Promise<boolean> =>
    change.run(async (api) => {
      const { chatUrl, ...rest } = { ...draft, language };
      const saved = await api.putNoticePreferences(version, {
        ...rest,
        ...(chatUrl === '' || chatUrl === undefined ? {} : { chatUrl }),
      });
      onView(saved);
      setDraft(draftOf(saved, language));
      setTouched(false);
    });
  const rules = draft.rules;
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(view.version);
      }}
    >
      <p class="muted">{t.notices.lead}</p>
      {rules.map((rule, index) => (
        <RuleCard
          key={index}
          number={index + 1}
          rule={rule}
          open={view.open}
          onChange={(next) => edit({ ...draft, rules: rules.map((one, at) => (at === index ? next : one)) })}
          onRemove={() => edit({ ...draft, rules: rules.filter((_, at) => at !== index) })}
        />
      ))}
      <div class="button-line">
        <button type="button" class="button" onClick={() => edit({ ...draft, rules: [...rules, newRule] })}>
          {t.notices.addRule}
        </button>
      </div>
      <TimesPart draft={draft} faultAt={(pointer) => change.problem?.at(pointer)} onChange={edit} />
      <PlacesPart
        view={view}
        draft={draft}
        faultAt={(pointer) => change.problem?.at(pointer)}
        onChange={edit}
        onView={onView}
      />
      {change.problem?.stale ? (
        <StaleNote
          onLoadTheirs={() =>
            void here(context)
              .noticePreferences()
              .then((theirs) => {
                onView(theirs);
                setDraft(draftOf(theirs, language));
                setTouched(false);
              })
          }
          onSaveMine={() =>
            void here(context)
              .noticePreferences()
              .then(({ version }) => save(version))
          }
        />
      ) : (
        <ProblemNote problem={change.problem} />
      )}
      <div class="form-actions start sticky">
        <button
          type="submit"
          class="button primary"
          disabled={change.busy || rules.some(({ kinds }) => kinds.length === 0)}
        >
          {t.common.save}
        </button>
      </div>
    </form>
  );
};

export const NoticesSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const [view, setView] = useState<NoticePreferencesView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (): void => {
    setProblem(null);
    here(context)
      .noticePreferences()
      .then(setView, (error: unknown) => setProblem(noteProblem(context, error)));
  };
  useEffect(load, []);
  if (problem !== null) return <ProblemNote problem={problem} retry={load} />;
  if (view === null) return <p class="muted">{words.t.common.loading}</p>;
  return (
    <>
      <Editor view={view} onView={setView} />
      {view.open.length > 0 && <DeliveryLog />}
    </>
  );
};
