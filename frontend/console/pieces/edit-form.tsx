/**
 * The frame of an edit form: holds what is typed against what it was based on, sends only what was changed, and on a
 * version that is no longer the latest keeps everything typed and shows what others changed.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Location } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { changesOf, conflictsOf, locationOf, typedOf, withoutGivenUp } from '../report/draft.js';
import type { Kept, TypedLocation } from '../report/draft.js';
import type { Conflict } from '../together/conflict-table.js';
import { useSelect, useWords } from './console-context.js';
import { LocationFields } from './location-fields.js';
import { MeanwhileNote } from './meanwhile-note.js';
import { ProblemNote } from './problem-note.js';
import { useUnsaved } from './use-unsaved.js';

interface Located {
  location: Pick<Location, 'lat' | 'lon'> | null;
}

interface EditFormProps<Fields extends Located> {
  title: string;
  /** The fields as they stand now; kept up from the live feed while the form is open. */
  fresh: Fields;
  onClose: () => void;
  onSave: (changes: Partial<Fields>) => Promise<Problem | null>;
  children: (draft: Fields, change: (part: Partial<Fields>) => void) => ComponentChildren;
}

export const EditForm = <Fields extends Located>(props: EditFormProps<Fields>): JSX.Element => {
  const { t } = useWords();
  const { fresh } = props;
  const [base] = useState(fresh);
  // What was not touched follows the latest state, so that nobody's change is undone by a form that looks old.
  const [touched, setTouched] = useState<Partial<Fields>>({});
  const [typed, setTyped] = useState<TypedLocation | null>(null);
  const [badLocation, setBadLocation] = useState(false);
  const [kept, setKept] = useState<Kept<Fields>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useSelect((state) => state.busy !== null);
  const isMoved = typed !== null && JSON.stringify(typed) !== JSON.stringify(typedOf(fresh.location));
  const moved = typed === null || !isMoved ? 'bad' : locationOf(typed);
  const mine: Partial<Fields> = moved === 'bad' ? touched : { ...touched, location: moved };
  const draft = { ...fresh, ...withoutGivenUp(touched, kept) };
  const conflicts: Conflict[] = conflictsOf<Fields>(base, mine, fresh).map((name) => ({
    name: String(name),
    mine: mine[name],
    theirs: fresh[name],
    keeps: kept[name] === 'theirs' ? 'theirs' : 'mine',
  }));
  // Unsaved, too, is what was given up for what others saved: it can still be taken back.
  useUnsaved(isMoved || Object.keys(changesOf(fresh, { ...fresh, ...touched })).length > 0);

  const save = async (): Promise<void> => {
    const location = typed === null || kept.location === 'theirs' ? fresh.location : locationOf(typed);
    setBadLocation(location === 'bad');
    if (location === 'bad') return;
    const changes = changesOf(fresh, { ...draft, location });
    const failed = Object.keys(changes).length === 0 ? null : await props.onSave(changes);
    setProblem(failed);
    if (failed === null) props.onClose();
  };

  return (
    <form
      class="form edit-form"
      aria-label={props.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{props.title}</h3>
      {props.children(draft, (part) => {
        setTouched((before) => ({ ...before, ...part }));
        // Who types in a field again means what they type.
        setKept((before) => ({ ...before, ...Object.fromEntries(Object.keys(part).map((name) => [name, 'mine'])) }));
      })}
      <LocationFields
        value={typed === null || kept.location === 'theirs' ? typedOf(fresh.location) : typed}
        fault={badLocation ? t.edit.badLocation : null}
        onChange={(value) => {
          setTyped(value);
          setKept((before) => ({ ...before, location: 'mine' }));
        }}
      />
      <MeanwhileNote
        base={base}
        fresh={fresh}
        conflicts={conflicts}
        onKeep={(name, which) => setKept((before) => ({ ...before, [name]: which }))}
        refused={problem?.stale === true}
      />
      <ProblemNote problem={problem?.stale === true ? null : problem} />
      <div class="form-actions">
        <button type="button" class="button" onClick={props.onClose}>
          {t.common.cancel}
        </button>
        <button type="submit" class="button primary" disabled={busy}>
          {t.common.save}
        </button>
      </div>
    </form>
  );
};
