/** What the team wrote about the open report or incident, and a field to write more. */
import type { Looking, NoteView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { asProblem } from '../../shared/problem.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { MentionField } from './mention-field.js';
import { mentionedIn, partsOf } from './mention-text.js';
import { useTeam } from './use-team.js';

const NoteItem = ({ note }: { note: NoteView }): JSX.Element => {
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  return (
    <li class="team-note" data-unseen={note.unseen}>
      <p class="muted team-note-head">
        <bdi>{note.by.name}</bdi> · <Moment at={note.at} />
      </p>
      <p class="team-note-text" dir="auto">
        {partsOf(note.text, note.mentions).map(({ text, person }, at) =>
          person === null ? (
            text
          ) : (
            <span key={at} class={person.id === me ? 'mention mention-me' : 'mention'}>
              {text}
            </span>
          ),
        )}
      </p>
    </li>
  );
};

const NoteForm = ({ of, onDone }: { of: Looking; onDone: (notes: NoteView[]) => void }): JSX.Element => {
  const { t } = useWords();
  const { team: actions } = useActions();
  const team = useTeam();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useSelect((state) => state.busy !== null);
  useUnsaved(text.trim() !== '');
  const people = team?.people ?? [];
  const send = async (): Promise<void> => {
    if (text.trim() === '' || busy) return;
    const body = { text: text.trim(), mentions: mentionedIn(text, people) };
    const failed = await actions.addNote(of, body, onDone);
    setProblem(failed);
    if (failed === null) setText('');
  };
  return (
    <form
      class="form note-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t.together.notes.write} hint={t.together.notes.hint}>
        {(wiring) => (
          <MentionField wiring={wiring} value={text} people={people} onInput={setText} onSend={() => void send()} />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <div class="button-line">
        <button type="submit" class="button" disabled={busy || text.trim() === ''}>
          {t.together.notes.send}
        </button>
      </div>
    </form>
  );
};

interface NotesPartProps extends Looking {
  /** Nobody writes here any more; what was written stays to be read. */
  closed?: boolean;
  /** Says whose notes these are, where they are another's; without any, nothing is shown. */
  title?: string;
}

export const NotesPart = ({ kind, id, closed = false, title }: NotesPartProps): JSX.Element | null => {
  const { t } = useWords();
  const { team } = useActions();
  // Loaded anew with the history, which follows what happens to the thing that is open.
  const history = useSelect((state) => state.detail.history);
  const allowed = useSelect(mayHere('reports.triage'));
  const [notes, setNotes] = useState<readonly NoteView[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (): void => {
    team.notes({ kind, id }).then(
      (found) => {
        setNotes(found);
        if (found.some((note) => note.unseen)) team.seen({ kind, id });
        setProblem(null);
      },
      (error: unknown) => setProblem(asProblem(error)),
    );
  };
  useEffect(load, [id, history]);
  if (title !== undefined && notes?.length === 0) return null;
  return (
    <section class="detail-part" aria-label={title ?? t.together.notes.title}>
      <h3 dir="auto">{title ?? t.together.notes.title}</h3>
      {notes === null && problem === null && <p class="muted">{t.common.loading}</p>}
      {notes === null && <ProblemNote problem={problem} retry={load} />}
      {notes?.length === 0 && <p class="muted">{t.together.notes.none}</p>}
      {notes !== null && notes.length > 0 && (
        <ol class="team-notes">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ol>
      )}
      {allowed && !closed && <NoteForm of={{ kind, id }} onDone={setNotes} />}
    </section>
  );
};
