/** One line of the queue: what it is, how urgent, where it stands, who has it. All text is set as text. */
import type { JSX } from 'preact';
import type { IncidentView, Location, ReportView } from '@atesto/contract';
import { ConfidenceMark } from '../evidence/confidence-part.js';
import { useCategories, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { Ago, CategoryDisc, SeverityMark, StatusBadge } from '../pieces/marks.js';
import { claimOf } from '../report/report-rules.js';
import { OriginMark } from '../sharing/origin-fact.js';
import { AssigneeMark } from '../together/assignee.js';
import { Lookers } from '../together/presence-marks.js';
import { fill } from '../texts/forms.js';
import { categoryOf } from './category-tree.js';
import type { Row } from './row.js';

const Claim = ({ report }: { report: ReportView }): JSX.Element | null => {
  const { t } = useWords();
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const claim = claimOf(
    report,
    me,
    useSelect((state) => state.nowMs),
  );
  if (report.claim === null || claim === 'over' || claim === 'none') return null;
  const words = claim === 'mine' ? t.queue.claimedByMe : fill(t.queue.claimedBy, { name: report.claim.by.name });
  return (
    <span class={`claim-mark claim-${claim}`} title={words}>
      <Icon name="person" size={14} />
      <span class="cut">{claim === 'mine' ? t.queue.claimedByMe : report.claim.by.name}</span>
    </span>
  );
};

const Place = ({ place, location }: { place: string | null; location: Location | null }): JSX.Element => {
  const { t } = useWords();
  // Three decimals tell streets apart.
  const words = place ?? (location ? `${location.lat.toFixed(3)}, ${location.lon.toFixed(3)}` : t.queue.noPlace);
  return (
    <span class={location ? 'row-place' : 'row-place unlocated'} title={location ? words : t.queue.noPlace}>
      <Icon name="pin" size={14} />
      <span class="cut">{words}</span>
    </span>
  );
};

const When = ({ at, faded }: { at: string; faded: boolean }): JSX.Element => {
  const { t } = useWords();
  return (
    <span class="row-when">
      {faded && <span class="visually-hidden">{t.queue.faded}</span>}
      <Ago at={at} />
    </span>
  );
};

const ReportLine = ({ report, faded }: { report: ReportView; faded: boolean }): JSX.Element => {
  const { t, plural } = useWords();
  const answered = useSelect((state) => state.answered.has(report.id));
  const files = Math.max(report.media, report.mediaExpected);
  return (
    <>
      <p class={report.status === 'new' ? 'row-text unread' : 'row-text'} dir="auto">
        {report.text || <span class="muted">{t.queue.noText}</span>}
      </p>
      <p class="row-meta">
        <StatusBadge status={report.status} />
        <SeverityMark severity={report.priority} />
        <Claim report={report} />
        <AssigneeMark assignee={report.assignee} />
        <Lookers id={report.id} />
        {answered && (
          <span class="row-files row-answered" title={t.queue.answered}>
            <Icon name="talk" size={14} />
            <span class="visually-hidden">{t.queue.answered}</span>
          </span>
        )}
        {files > 0 && (
          <span class="row-files" title={plural(files, t.queue.photos)}>
            <Icon name="clip" size={14} />
            {files > report.media ? `${report.media}/${files}` : files}
          </span>
        )}
        <Place place={report.place} location={report.location} />
        <When at={report.receivedAt} faded={faded} />
      </p>
    </>
  );
};

const IncidentLine = ({ incident, faded }: { incident: IncidentView; faded: boolean }): JSX.Element => {
  const { t, plural } = useWords();
  return (
    <>
      <p class="row-text unread" dir="auto">
        <span class="muted">#{incident.number}</span> {incident.title}
      </p>
      <p class="row-meta">
        <StatusBadge status={incident.status} />
        <SeverityMark severity={incident.severity} />
        <AssigneeMark assignee={incident.assignee} />
        <Lookers id={incident.id} />
        <ConfidenceMark incident={incident} />
        {incident.origin !== undefined && <OriginMark origin={incident.origin} />}
        {incident.outcome === 'denied' && <span class="sure">{t.dispatch.outcome.denied}</span>}
        {incident.waitsForSecond && (
          <span class="row-files">
            <Icon name="lock" size={14} />
            {t.evidence.waits}
          </span>
        )}
        {incident.visibility === 'internal' && (
          <span class="row-files">
            <Icon name="lock" size={14} />
            {t.visibility.internal}
          </span>
        )}
        {incident.confirmations > 0 && (
          <span class="row-files" title={plural(incident.confirmations, t.detail.seenToo)}>
            <Icon name="eye" size={14} />
            {incident.confirmations}
          </span>
        )}
        {incident.reports > 1 && <span class="row-files">{plural(incident.reports, t.queue.shownReports)}</span>}
        <Place place={incident.place} location={incident.location} />
        <When at={incident.openedAt} faded={faded} />
      </p>
    </>
  );
};

export const QueueRow = ({ row, faded }: { row: Row; faded: boolean }): JSX.Element => {
  const code = row.kind === 'report' ? row.report.category : row.incident.category;
  const category = categoryOf(useCategories(), code);
  return (
    <>
      <CategoryDisc category={category} />
      <div class="row-main">
        {row.kind === 'report' ? (
          <ReportLine report={row.report} faded={faded} />
        ) : (
          <IncidentLine incident={row.incident} faded={faded} />
        )}
      </div>
    </>
  );
};
