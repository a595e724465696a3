/** One incident, whole: what is held to be true, what it rests on, and how it came about. */
import type { IncidentDetail, ReportView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { slugOf } from '../actions/context.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Fact, Facts, PlaceFact } from '../pieces/facts.js';
import { DispatchPart } from '../dispatch/dispatch-part.js';
import { ConfidenceMark } from '../evidence/confidence-part.js';
import { EvidencePart } from '../evidence/evidence-part.js';
import { HistoryList } from '../pieces/history-list.js';
import { Icon } from '../pieces/icon.js';
import { Ago, CategoryName, Moment, SeverityMark, StatusBadge } from '../pieces/marks.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import type { DialogName } from '../store/state.js';
import { AssigneeFact } from '../together/assignee.js';
import { MergedNotes } from '../together/merged-notes.js';
import { NotesPart } from '../together/notes-part.js';
import { OriginFact } from '../sharing/origin-fact.js';
import { SharesPart } from '../sharing/shares-part.js';
import { EditIncident } from './edit-incident.js';

const IncidentFacts = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { t, plural } = useWords();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  return (
    <Facts>
      <Fact label={t.detail.category}>
        <CategoryName code={incident.category} />
      </Fact>
      <Fact label={t.detail.severity}>
        <SeverityMark severity={incident.severity} always />
      </Fact>
      <Fact label={t.detail.visibility}>
        <span class="visibility">
          <Icon name={incident.visibility === 'public' ? 'eye' : 'lock'} size={15} />
          {incident.waitsForSecond ? t.evidence.waits : t.visibility[incident.visibility]}
        </span>
        {incident.visibility === 'public' && !incident.waitsForSecond && (
          <a href={`/map/${encodeURIComponent(slug)}?incident=${incident.id}`} target="_blank" rel="noopener">
            {t.detail.seePublic}
          </a>
        )}
        {incident.visibility === 'public' && incident.location === null && (
          <p class="hint">{t.detail.notOnPublicMap}</p>
        )}
      </Fact>
      {incident.mergedInto === null && (
        <AssigneeFact of={{ kind: 'incident', id: incident.id }} assignee={incident.assignee} />
      )}
      {incident.origin !== undefined && <OriginFact origin={incident.origin} />}
      <PlaceFact place={incident.place} location={incident.location} />
      <Fact label={t.detail.opened}>
        <Moment at={incident.openedAt} />
      </Fact>
      <Fact label={t.detail.updated}>
        <Moment at={incident.updatedAt} />
      </Fact>
      {incident.confirmations > 0 && (
        <Fact label={t.detail.confirmations}>{plural(incident.confirmations, t.detail.seenToo)}</Fact>
      )}
      {incident.reason && (
        <Fact label={t.detail.publicReason}>
          <span dir="auto">{incident.reason}</span>
        </Fact>
      )}
    </Facts>
  );
};

const IncidentActions = ({ several, onEdit }: { several: boolean; onEdit: () => void }): JSX.Element | null => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const busy = useSelect((state) => state.busy !== null);
  const allowed = useSelect(mayHere('reports.triage'));
  if (!allowed) return null;
  const open = (dialog: DialogName) => (): void => store.dispatch({ type: 'dialog.opened', dialog });
  return (
    <div class="actions" role="toolbar" aria-label={t.action.label}>
      <div class="actions-line">
        <button type="button" class="button primary" disabled={busy} onClick={open('status')}>
          {t.action.status}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onEdit}>
          {t.action.edit}
        </button>
        <button type="button" class="button" disabled={busy} onClick={open('merge')}>
          {t.action.merge}
        </button>
        {several && (
          <button type="button" class="button" disabled={busy} onClick={open('split')}>
            {t.duplicates.split.action}
          </button>
        )}
      </div>
    </div>
  );
};

const Reports = ({ items }: { items: readonly ReportView[] }): JSX.Element => {
  const { t, plural } = useWords();
  const actions = useActions();
  return (
    <section class="detail-part" aria-label={t.queue.reports}>
      <h3>{plural(items.length, t.detail.rests)}</h3>
      <ul class="report-items">
        {items.map((report) => (
          <li key={report.id}>
            <button type="button" onClick={() => actions.room.select({ kind: 'report', id: report.id })}>
              <span class="row-text" dir="auto">
                {report.text || t.queue.noText}
              </span>
              <span class="row-meta">
                <StatusBadge status={report.status} />
                <span>{t.channel[report.channel]}</span>
                <Ago at={report.receivedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Merged = ({ into }: { into: string }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  return (
    <p class="note">
      {t.detail.mergedInto}{' '}
      <button type="button" class="link" onClick={() => actions.room.select({ kind: 'incident', id: into })}>
        {t.detail.openSurvivor}
      </button>
    </p>
  );
};

export const IncidentPane = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { t } = useWords();
  const history = useSelect((state) => state.detail.history);
  const [editing, setEditing] = useState(false);
  return (
    <article aria-label={t.detail.incident}>
      <div class="detail-lead">
        <p class="detail-kind">
          <StatusBadge status={incident.status} />
          <ConfidenceMark incident={incident} />
          <span>
            {t.detail.incident} {fill(t.detail.number, { number: incident.number })}
          </span>
        </p>
        <h2 class="detail-title" dir="auto">
          {incident.title}
        </h2>
        {incident.description && (
          <p class="detail-text" dir="auto">
            {incident.description}
          </p>
        )}
        {incident.mergedInto && <Merged into={incident.mergedInto} />}
      </div>
      {incident.mergedInto === null && (
        <IncidentActions several={incident.reportItems.length > 1} onEdit={() => setEditing(true)} />
      )}
      {editing ? (
        <EditIncident incident={incident} onClose={() => setEditing(false)} />
      ) : (
        <IncidentFacts incident={incident} />
      )}
      <Reports items={incident.reportItems} />
      <DispatchPart incident={incident} />
      <EvidencePart incident={incident} />
      <SharesPart incident={incident} />
      <NotesPart kind="incident" id={incident.id} closed={incident.mergedInto !== null} />
      <MergedNotes into={incident.id} />
      <section class="detail-part" aria-label={t.detail.history}>
        <h3>{t.detail.history}</h3>
        <HistoryList entries={history} />
      </section>
    </article>
  );
};
