/** A recording of a report: to be heard, and written down by those who work on reports. */
import type { ReportDetail, ReportMedium } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Icon } from '../pieces/icon.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { fill } from '../texts/forms.js';

interface Heard {
  report: ReportDetail;
  file: ReportMedium;
}

const WriteDown = ({ report, file, onClose }: Heard & { onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const busy = useSelect((state) => state.busy !== null);
  const [text, setText] = useState(file.transcript ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  useUnsaved(text !== (file.transcript ?? ''));
  const save = async (): Promise<void> => {
    const failed = await actions.report.transcribe(report.id, file.id, text);
    setProblem(failed);
    if (failed === null) onClose();
  };
  return (
    <PlainForm onSubmit={() => void save()}>
      <Field label={t.detail.said} hint={t.detail.saidHint}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={4}
            maxLength={10_000}
            dir="auto"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <div class="form-actions">
        <button type="button" class="button" onClick={onClose}>
          {t.common.cancel}
        </button>
        <button type="submit" class="button primary" disabled={busy}>
          {t.common.save}
        </button>
      </div>
    </PlainForm>
  );
};

export const Recording = ({ report, file, number }: Heard & { number: number }): JSX.Element => {
  const { t } = useWords();
  const allowed = useSelect(mayHere('reports.triage'));
  const [writing, setWriting] = useState(false);
  const name = fill(t.detail.recording, { number });
  return (
    <div class="recording" role="group" aria-label={name}>
      <p class="recording-name">{name}</p>
      <audio src={file.url} controls preload="metadata" aria-label={name} />
      {file.transcript !== null && (
        <p class="talk-text" dir="auto">
          {file.transcript}
        </p>
      )}
      {writing && <WriteDown report={report} file={file} onClose={() => setWriting(false)} />}
      {!writing && (
        <p class="button-line">
          {allowed && (
            <button type="button" class="button small" onClick={() => setWriting(true)}>
              {file.transcript === null ? t.detail.writeDown : t.detail.changeSaid}
            </button>
          )}
          <a class="button small" href={file.url} target="_blank" rel="noopener noreferrer">
            <Icon name="link" size={15} />
            {t.detail.getRecording} ({file.type})
          </a>
        </p>
      )}
    </div>
  );
};
