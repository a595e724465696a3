/** One report, whole. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SameSection } from '../duplicates/same-section.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { HistoryList } from '../pieces/history-list.js';
import { StatusBadge } from '../pieces/marks.js';
import { fill } from '../texts/forms.js';
import { EditReport } from './edit-report.js';
import { QuarantineBar } from './quarantine-bar.js';
import { ReportActionsBar } from './report-actions-bar.js';
import { ReportFacts } from './report-facts.js';
import { ReportMedia } from './report-media.js';
import { ReportSuggestions } from './report-suggestions.js';
import { Contact, Conversation } from './report-talk.js';
import { NotesPart } from '../together/notes-part.js';

export const ReportPane = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t } = useWords();
  const history = useSelect((state) => state.detail.history);
  const [editing, setEditing] = useState(false);
  return (
    <article aria-label={t.detail.report}>
      <div class="detail-lead">
        <div class="detail-kind">
          <StatusBadge status={report.status} />
          <h2>{t.detail.report}</h2>
        </div>
        <p class="detail-text" dir="auto">
          {report.text || <span class="muted">{t.queue.noText}</span>}
        </p>
        {report.rejection && (
          <p class="note" dir="auto">
            {fill(t.detail.rejectedBecause, { reason: t.rejection[report.rejection.reason] })}
            {report.rejection.note && <> – {report.rejection.note}</>}
          </p>
        )}
      </div>
      {report.quarantined ? (
        <QuarantineBar report={report} />
      ) : (
        <ReportActionsBar report={report} onEdit={() => setEditing(true)} />
      )}
      {editing ? <EditReport report={report} onClose={() => setEditing(false)} /> : <ReportFacts report={report} />}
      <SameSection report={report} />
      <ReportSuggestions report={report} />
      <ReportMedia report={report} />
      <Conversation report={report} />
      <Contact report={report} />
      <NotesPart kind="report" id={report.id} closed={report.quarantined} />
      <section class="detail-part" aria-label={t.detail.history}>
        <h3>{t.detail.history}</h3>
        <HistoryList entries={history} />
      </section>
    </article>
  );
};
