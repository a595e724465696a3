/** Incidents and open reports that may be the same as the open one, each with its reasons. A person decides. */
import type { LikelyIncident, LikelyReport, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { keyOf } from '../keyboard/key-map.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Ago, CategoryName, StatusBadge } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { claimOf, possibleFor } from '../report/report-rules.js';
import { fill } from '../texts/forms.js';
import { GatherDialog } from './gather-dialog.js';
import { percentWords, reasonWords } from './reason-words.js';
import { useDuplicates } from './use-duplicates.js';

export const ScoreMark = ({ score }: { score: number }): JSX.Element => {
  const { t, language } = useWords();
  const percent = percentWords(score, language);
  return (
    <span class="score" title={fill(t.duplicates.score, { percent })}>
      <span class="score-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(score * 100)}%` }} />
      </span>
      {percent}
    </span>
  );
};

const Reasons = ({ of }: { of: LikelyIncident | LikelyReport }): JSX.Element => {
  const { t, language } = useWords();
  return <p class="hint">{of.reasons.map((reason) => reasonWords(reason, t, language)).join(' · ')}</p>;
};

const Meta = ({ of }: { of: LikelyIncident | LikelyReport }): JSX.Element => {
  const { t, plural } = useWords();
  return (
    <span class="row-meta">
      <StatusBadge status={of.status} />
      {of.category !== null && <CategoryName code={of.category} />}
      {of.kind === 'incident' && <span>{plural(of.reports, t.duplicates.rests)}</span>}
      <Ago at={of.at} />
    </span>
  );
};

/** The row opens; what is beside it acts. */
const Row = ({ of, children }: { of: LikelyIncident | LikelyReport; children?: JSX.Element | false }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  return (
    <li class="same">
      <button
        type="button"
        class="same-open"
        data-same={of.id}
        onClick={() => actions.room.select({ kind: of.kind, id: of.id })}
      >
        <span class="same-words" dir="auto">
          {of.kind === 'incident' && <span class="muted">#{of.number} </span>}
          {(of.kind === 'incident' ? of.title : of.text) || t.queue.noText}
        </span>
        <Meta of={of} />
      </button>
      <div class="same-side">
        <ScoreMark score={of.score} />
        {children}
      </div>
      <Reasons of={of} />
    </li>
  );
};

const Found = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const { view, problem } = useDuplicates(report);
  const [twin, setTwin] = useState<LikelyReport | null>(null);
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const nowMs = useSelect((state) => state.nowMs);
  const busy = useSelect((state) => state.busy !== null);
  const allowed = useSelect(mayHere('reports.triage'));
  if (problem !== null) return <ProblemNote problem={problem} />;
  if (view === null) return <p class="hint">{t.duplicates.loading}</p>;
  if (view.incidents.length + view.reports.length === 0) return <p class="hint">{t.duplicates.none}</p>;
  const decides = allowed && !report.quarantined && possibleFor(report, claimOf(report, me, nowMs)).decide;
  return (
    <>
      <ul class="sames">
        {view.incidents.map((incident, index) => (
          <Row key={incident.id} of={incident}>
            {decides && (
              <button
                type="button"
                class="button small"
                data-action={index === 0 ? 'join' : undefined}
                aria-keyshortcuts={index === 0 ? keyOf.join : undefined}
                disabled={busy}
                onClick={() => void actions.duplicates.join(report, incident.id)}
              >
                {t.duplicates.add}
                <span class="visually-hidden">
                  {' '}
                  #{incident.number} {incident.title}
                </span>
                {index === 0 && <kbd aria-hidden="true">{keyOf.join}</kbd>}
              </button>
            )}
          </Row>
        ))}
        {view.reports.map((other) => (
          <Row key={other.id} of={other}>
            {decides && (
              <button type="button" class="button small" disabled={busy} onClick={() => setTwin(other)}>
                {t.duplicates.gather}
                <span class="visually-hidden"> {other.text}</span>
              </button>
            )}
          </Row>
        ))}
      </ul>
      {twin !== null && <GatherDialog report={report} twin={twin} onClose={() => setTwin(null)} />}
      {decides && view.incidents.length > 0 && <p class="hint">{t.duplicates.lead}</p>}
    </>
  );
};

export const SameSection = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t } = useWords();
  return (
    <section class="detail-part" aria-label={t.duplicates.title}>
      <h3>{t.duplicates.title}</h3>
      <Found report={report} />
    </section>
  );
};
