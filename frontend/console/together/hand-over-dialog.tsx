/** Handing over what one holds: which of it, to whom, and what the next one should know. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { MyWork } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Modal } from '../pieces/modal.js';
import type { Row } from '../queue/row.js';
import { fill } from '../texts/forms.js';
import { AssigneeSelect, assignOf } from './assignee.js';
import { aboutOf, heldBy, titleOf } from './work.js';

interface Line {
  row: Row;
  on: boolean;
  note: string;
}

const LineFields = ({ line, onChange }: { line: Line; onChange: (part: Partial<Line>) => void }): JSX.Element => {
  const { t } = useWords();
  const title = titleOf(line.row) || t.queue.noText;
  return (
    <li class="hand-line">
      <label class="check">
        <input type="checkbox" checked={line.on} onChange={(event) => onChange({ on: event.currentTarget.checked })} />
        <bdi class="hand-title">{title}</bdi>
      </label>
      {line.on && (
        <input
          type="text"
          maxLength={2000}
          placeholder={t.together.handOver.lineNote}
          aria-label={fill(t.together.handOver.lineNoteFor, { what: title.slice(0, 80) })}
          value={line.note}
          onInput={(event) => onChange({ note: event.currentTarget.value })}
        />
      )}
    </li>
  );
};

const HandOverForm = ({ work, onClose }: { work: MyWork; onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  const { team } = useActions();
  const words = t.together.handOver;
  const me = useSelect((state) => state.session.view?.user.id ?? '');
  const [lines, setLines] = useState<readonly Line[]>(() =>
    heldBy(work, me).map((row) => ({ row, on: true, note: '' })),
  );
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = lines.filter(({ on }) => on);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (note.trim() === '' || chosen.length === 0) return 'stay';
    const items = chosen.map((line) => ({ ...aboutOf(line.row), ...(line.note.trim() && { note: line.note.trim() }) }));
    return team.handOver({ ...assignOf(to), note: note.trim(), items });
  };
  return (
    <FormDialog title={words.title} submit={words.submit} wide onClose={onClose} onSubmit={submit}>
      <Field label={words.to}>
        {({ id }) => <AssigneeSelect id={id} value={to} none={words.toQueue} except={me} onChange={setTo} />}
      </Field>
      <Field label={words.note} hint={words.noteHint} fault={tried && note.trim() === '' ? words.missing : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={4}
            maxLength={5000}
            autoFocus
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="choices">
        <legend>{words.what}</legend>
        <ul class="hand-lines">
          {lines.map((line, at) => (
            <LineFields
              key={line.row.id}
              line={line}
              onChange={(part) =>
                setLines((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)))
              }
            />
          ))}
        </ul>
        {tried && chosen.length === 0 && (
          <p class="fault" role="alert">
            {words.nothingChosen}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
};

export const HandOverDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  const now = useSelect((state) => state.work);
  const me = useSelect((state) => state.session.view?.user.id ?? '');
  // Taken once: the last claim may run out while somebody writes, and what they wrote stays.
  const taken = useRef(now);
  const work = (taken.current ??= now);
  if (work !== null && heldBy(work, me).length > 0) return <HandOverForm work={work} onClose={onClose} />;
  return (
    <Modal title={t.together.handOver.title} onClose={onClose}>
      <p>{work === null ? t.common.loading : t.together.handOver.nothing}</p>
      <div class="form-actions">
        <button type="button" class="button primary" autoFocus onClick={onClose}>
          {t.common.close}
        </button>
      </div>
    </Modal>
  );
};
