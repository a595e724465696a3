/** The open report and one like it become one new incident. */
import type { LikelyReport, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { gatheredBody, GatheredFields, useGathered } from './gathered-fields.js';

export const GatherDialog = ({
  report,
  twin,
  onClose,
}: {
  report: ReportDetail;
  twin: LikelyReport;
  onClose: () => void;
}): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const gathered = useGathered([{ ...report, severity: report.priority }, twin]);
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (gathered.title.trim() === '') return 'stay';
    return actions.duplicates.gather({ reports: [report.id, twin.id], incident: gatheredBody(gathered) });
  };
  return (
    <FormDialog title={t.duplicates.gatherTitle} submit={t.duplicates.gather} wide onClose={onClose} onSubmit={submit}>
      {[report.text, twin.text].map((text, index) => (
        <blockquote key={index} class="quote" dir="auto">
          {text || t.queue.noText}
        </blockquote>
      ))}
      <GatheredFields gathered={gathered} tried={tried} />
    </FormDialog>
  );
};
