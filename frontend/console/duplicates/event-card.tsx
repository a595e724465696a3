/** One likely event: its reports to be ticked off, and the incident that they become, confirmed at once. */
import type { IncidentDetail, LikelyEvent, LikelyIncident, LikelyReport } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, slugOf } from '../actions/context.js';
import { roomOf } from '../address/address.js';
import { formatAddress } from '../address/address-text.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Ago, CategoryName, StatusBadge } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { gatheredBody, GatheredFields, useGathered } from './gathered-fields.js';
import { percentWords, reasonWords } from './reason-words.js';

const mostIncidents = 3;

/** Incidents that the oldest of the reports may belong to. */
const useIncidents = (report: string): readonly LikelyIncident[] => {
  const { context } = useConsole();
  const [found, setFound] = useState<readonly LikelyIncident[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    here(context)
      .duplicates(report, stop.signal)
      .then(
        ({ incidents }) => setFound(incidents.slice(0, mostIncidents)),
        // Without them a new incident can be opened all the same.
        () => undefined,
      );
    return () => stop.abort();
  }, [report]);
  return found;
};

interface MemberProps {
  report: LikelyReport;
  isFirst: boolean;
  belongs: boolean;
  fault: string | null;
  onChange: (belongs: boolean) => void;
}

const Member = ({ report, isFirst, belongs, fault, onChange }: MemberProps): JSX.Element => {
  const { t, language } = useWords();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const text = report.text || t.queue.noText;
  const reasons = report.reasons.map((reason) => reasonWords(reason, t, language)).join(' · ');
  return (
    <li class={belongs ? 'member' : 'member member-out'}>
      <input
        type="checkbox"
        checked={belongs}
        aria-label={fill(t.duplicates.events.belongs, { text })}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class="member-words">
        <p dir="auto">{text}</p>
        <p class="row-meta">
          <StatusBadge status={report.status} />
          {report.category !== null && <CategoryName code={report.category} />}
          <Ago at={report.at} />
          <a
            href={formatAddress({ ...roomOf(slug), selected: { kind: 'report', id: report.id } })}
            target="_blank"
            rel="noopener"
            aria-label={fill(t.duplicates.events.openLabel, { text })}
          >
            {t.duplicates.events.open}
          </a>
        </p>
        {!isFirst && <p class="hint">{reasons}</p>}
        {fault !== null && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
      </div>
    </li>
  );
};

const Done = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { context, words } = useConsole();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const { events } = words.t.duplicates;
  const address = { ...roomOf(slug), selected: { kind: 'incident', id: incident.id } } as const;
  return (
    <p class="note note-good" role="status">
      {fill(events.done, { number: incident.number, title: incident.title })}{' '}
      <a
        href={formatAddress(address)}
        onClick={(event) => {
          event.preventDefault();
          context.go(address);
        }}
      >
        {events.openIncident}
      </a>
    </p>
  );
};

/** Null stands for a new one. */
type Target = string | null;

const Targets = ({
  incidents,
  target,
  onChoose,
}: {
  incidents: readonly LikelyIncident[];
  target: Target;
  onChoose: (target: Target) => void;
}): JSX.Element => {
  const { t } = useWords();
  const name = useId();
  const choice = (value: Target, words: string): JSX.Element => (
    <label class="check" key={value ?? 'new'}>
      <input type="radio" name={name} checked={target === value} onChange={() => onChoose(value)} />
      <span dir="auto">{words}</span>
    </label>
  );
  return (
    <div role="radiogroup" aria-label={t.duplicates.events.into}>
      {choice(null, t.duplicates.events.newIncident)}
      {incidents.map(({ id, number, title }) => choice(id, `#${number} ${title}`))}
    </div>
  );
};

/** What the gathered reports become. */
const Confirm = ({
  event,
  out,
  onDone,
  onProblem,
}: {
  event: LikelyEvent;
  out: ReadonlySet<string>;
  onDone: (incident: IncidentDetail) => void;
  onProblem: (problem: Problem | null) => void;
}): JSX.Element => {
  const { t, plural } = useWords();
  const actions = useActions();
  const busy = useSelect((state) => state.busy !== null);
  const incidents = useIncidents(event.reports[0]?.id ?? '');
  const [target, setTarget] = useState<Target>(null);
  const [tried, setTried] = useState(false);
  const chosen = event.reports.filter(({ id }) => !out.has(id));
  const gathered = useGathered(chosen);
  const send = async (): Promise<void> => {
    setTried(true);
    if (target === null && gathered.title.trim() === '') return;
    const incident = target ?? gatheredBody(gathered);
    onProblem(await actions.duplicates.gather({ reports: chosen.map(({ id }) => id), incident }, onDone));
  };
  return (
    <form
      class="event-confirm"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void send();
      }}
    >
      {incidents.length > 0 && <Targets incidents={incidents} target={target} onChoose={setTarget} />}
      {target === null && <GatheredFields gathered={gathered} tried={tried} />}
      <button type="submit" class="button primary" disabled={busy || chosen.length === 0}>
        {plural(chosen.length, t.duplicates.events.confirm)}
      </button>
    </form>
  );
};

export const EventCard = ({ event }: { event: LikelyEvent }): JSX.Element => {
  const { t, plural, language } = useWords();
  const allowed = useSelect(mayHere('reports.triage'));
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<IncidentDetail | null>(null);
  const sent = event.reports.filter(({ id }) => !out.has(id));
  const faultOf = (report: LikelyReport): string | null => {
    const fault = problem?.at(`/reports/${sent.indexOf(report)}`) ?? null;
    return fault === null ? null : fault.replace(`${report.id}: `, '');
  };
  const named = problem !== null && event.reports.some((report) => faultOf(report) !== null);
  return (
    <section class="event" aria-label={event.reports[0]?.text ?? ''}>
      <h3>
        {plural(event.reports.length, t.duplicates.events.card)}{' '}
        <span class="muted">{fill(t.duplicates.events.alike, { percent: percentWords(event.score, language) })}</span>
      </h3>
      {done !== null ? (
        <Done incident={done} />
      ) : (
        <>
          <ul class="members">
            {event.reports.map((report, index) => (
              <Member
                key={report.id}
                report={report}
                isFirst={index === 0}
                belongs={!out.has(report.id)}
                fault={faultOf(report)}
                onChange={(belongs) => {
                  const next = new Set(out);
                  if (belongs) next.delete(report.id);
                  else next.add(report.id);
                  setProblem(null);
                  setOut(next);
                }}
              />
            ))}
          </ul>
          {!named && <ProblemNote problem={problem} />}
          {allowed && <Confirm event={event} out={out} onDone={setDone} onProblem={setProblem} />}
        </>
      )}
    </section>
  );
};
