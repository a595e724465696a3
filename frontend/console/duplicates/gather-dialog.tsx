/** The open report and one like it become one new incident. */
import type { LikelyReport, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { suggestedTitle } from '../report/suggested-title.js';

export const TitleField = ({
  title,
  tried,
  onChange,
}: {
  title: string;
  tried: boolean;
  onChange: (title: string) => void;
}): JSX.Element => {
  const { t } = useWords();
  return (
    <Field
      label={t.verify.incidentTitle}
      hint={t.verify.incidentTitleHint}
      fault={tried && title.trim() === '' ? t.verify.titleMissing : null}
    >
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          maxLength={200}
          autoComplete="off"
          value={title}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

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
  const [title, setTitle] = useState(() => suggestedTitle(report.text));
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (title.trim() === '') return 'stay';
    return actions.duplicates.gather({ reports: [report.id, twin.id], incident: { title: title.trim() } });
  };
  return (
    <FormDialog title={t.duplicates.gatherTitle} submit={t.duplicates.gather} onClose={onClose} onSubmit={submit}>
      {[report.text, twin.text].map((text, index) => (
        <blockquote key={index} class="quote" dir="auto">
          {text || t.queue.noText}
        </blockquote>
      ))}
      <TitleField title={title} tried={tried} onChange={setTitle} />
    </FormDialog>
  );
};
