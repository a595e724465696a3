/** Situation reports: look at one for a span, write a summary, save it, publish it. */
import type { SituationReportSummary } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange, useRemote, type Remote } from '../settings/use-remote.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { emptyDraft, pageOf, spans, type Draft } from './situation-draft.js';
import { SituationForm } from './situation-form.js';

type Put = (part: Partial<Draft>) => void;

const SpanFields = ({ draft, put }: { draft: Draft; put: Put }): JSX.Element => {
  const { t } = useWords();
  const field = (which: 'from' | 'to'): JSX.Element => (
    <Field label={t.filter[which]}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          value={draft[which]}
          onInput={(event) => put({ [which]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset class="choices">
      <legend>{t.situation.span}</legend>
      {spans.map((span) => (
        <label key={span} class="check">
          <input type="radio" name="span" checked={draft.span === span} onChange={() => put({ span })} />
          {t.situation.spans[span]}
        </label>
      ))}
      {draft.span === 'own' && (
        <div class="situation-span">
          {field('from')}
          {field('to')}
        </div>
      )}
    </fieldset>
  );
};

const Line = ({
  report,
  slug,
  reload,
}: {
  report: SituationReportSummary;
  slug: string;
  reload: () => void;
}): JSX.Element => {
  const { t, format } = useWords();
  const may = useSelect(mayHere('deployment.edit'));
  const change = useChange();
  const publish = async (): Promise<void> => {
    const done = await change.run(async (api) => {
      await api.publishSituationReport(report.number, !report.published);
    });
    if (done) reload();
  };
  const address = `/situation/${encodeURIComponent(slug)}/reports/${report.number}?audience=responders`;
  return (
    <li class="key-line">
      <div>
        <a href={address} target="_blank" rel="noopener" dir="auto">
          {fill(t.situation.numbered, { number: format.number(report.number), title: report.title })}
        </a>
        <p class="muted">
          {`${format.dateTime(report.takenAt)} · ${report.published ? t.situation.public : t.situation.internal}`}
        </p>
        <ProblemNote problem={change.problem} />
      </div>
      {may && (
        <button type="button" class="button small" disabled={change.busy} onClick={() => void publish()}>
          {report.published ? t.situation.withdraw : t.situation.publish}
        </button>
      )}
    </li>
  );
};

const Saved = ({ slug, remote }: { slug: string; remote: Remote<SituationReportSummary> }): JSX.Element => {
  const { t } = useWords();
  const { items, problem, load } = remote;
  return (
    <section class="boxed" aria-label={t.situation.saved}>
      <h3>{t.situation.saved}</h3>
      <ProblemNote problem={problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.situation.none}</p>}
      <ul class="plain-list">
        {items?.map((report) => (
          <Line key={report.number} report={report} slug={slug} reload={() => void load()} />
        ))}
      </ul>
      <a href={`/situation/${encodeURIComponent(slug)}/reports`} target="_blank" rel="noopener">
        {t.situation.all}
      </a>
    </section>
  );
};

export const SituationScreen = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t } = words;
  const address = useSelect((state) => state.address);
  const may = useSelect(mayHere('deployment.edit'));
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const remote = useRemote((api) => api.situationReports());
  if (address.screen !== 'situation') return null;
  const { slug } = address;
  const put: Put = (part) => setDraft((before) => ({ ...before, ...part }));
  const link = (audience: 'public' | 'responders', label: string): JSX.Element => (
    <a class="button" href={pageOf(slug, draft, Date.now(), audience)} target="_blank" rel="noopener">
      {label}
    </a>
  );
  return (
    <main class="board situation">
      <header class="board-head">
        <button type="button" class="button quiet" onClick={() => context.go({ screen: 'board', slug, period: '24h' })}>
          <Icon name="left" />
          {t.board.title}
        </button>
        <h2>{t.situation.title}</h2>
      </header>
      <p class="muted">{t.situation.lead}</p>
      <div class="situation-parts">
        <section class="form boxed" aria-label={t.situation.open}>
          <h3>{t.situation.open}</h3>
          <SpanFields draft={draft} put={put} />
          <div class="button-line">
            {link('responders', t.situation.openResponders)}
            {link('public', t.situation.openPublic)}
          </div>
        </section>
        <Saved slug={slug} remote={remote} />
        {may && (
          <SituationForm
            draft={draft}
            put={put}
            onSaved={() => {
              setDraft(emptyDraft);
              void remote.load();
            }}
          />
        )}
      </div>
    </main>
  );
};
