/** Taking over a claim that somebody else holds: with a note for them, from the detail or in the middle of a dialog. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { fill } from '../texts/forms.js';
import { claimOf } from '../report/report-rules.js';

const NoteField = (props: {
  value: string;
  fault: string | null;
  focused?: boolean;
  onInput: (text: string) => void;
}): JSX.Element => {
  const { t } = useWords();
  return (
    <Field label={t.together.takeOver.note} hint={t.together.takeOver.noteHint} fault={props.fault}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={2}
          maxLength={500}
          autoFocus={props.focused === true}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

const useNote = (id: string) => {
  const { t } = useWords();
  const actions = useActions();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const fault = tried && note.trim() === '' ? t.together.takeOver.missing : null;
  const send = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    return note.trim() === '' ? 'stay' : actions.report.takeOver(id, note.trim());
  };
  return { note, setNote, fault, send };
};

export const TakeOverDialog = ({ report, onClose }: { report: ReportDetail; onClose: () => void }): JSX.Element => {
  const { t, format } = useWords();
  const { note, setNote, fault, send } = useNote(report.id);
  const words = t.together.takeOver;
  return (
    <FormDialog title={words.title} submit={words.submit} onClose={onClose} onSubmit={send}>
      {report.claim && <p>{fill(words.lead, { name: report.claim.by.name, time: format.time(report.claim.until) })}</p>}
      <NoteField value={note} fault={fault} focused onInput={setNote} />
    </FormDialog>
  );
};

/** In a dialog that was refused because somebody else took the claim: what is typed there stays. */
export const HeldMeanwhile = ({ onTaken }: { onTaken: () => void }): JSX.Element | null => {
  const report = useSelect((state) => state.detail.report);
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const nowMs = useSelect((state) => state.nowMs);
  if (report === null || claimOf(report, me, nowMs) !== 'other') return null;
  return <TakeItOver key={report.id} id={report.id} onTaken={onTaken} />;
};

const TakeItOver = ({ id, onTaken }: { id: string; onTaken: () => void }): JSX.Element => {
  const { t } = useWords();
  const busy = useSelect((state) => state.busy !== null);
  const { note, setNote, fault, send } = useNote(id);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (): Promise<void> => {
    const outcome = send();
    if (outcome === 'stay') return;
    const failed = await outcome;
    setProblem(failed);
    if (failed === null) onTaken();
  };
  return (
    <fieldset class="held-meanwhile">
      <legend>{t.together.takeOver.offer}</legend>
      <NoteField value={note} fault={fault} onInput={setNote} />
      <ProblemNote problem={problem} />
      <button type="button" class="button" disabled={busy} onClick={() => void take()}>
        {t.together.takeOver.andGoOn}
      </button>
    </fieldset>
  );
};
