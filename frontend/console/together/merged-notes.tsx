/** The notes of incidents that were merged into the open one, each list under a line that says of which. */
import type { IncidentDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { mergedIn } from './merged-in.js';
import { NotesPart } from './notes-part.js';

export const MergedNotes = ({ into }: { into: string }): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const history = useSelect((state) => state.detail.history);
  const [merged, setMerged] = useState<readonly IncidentDetail[]>([]);
  useEffect(() => {
    let wanted = true;
    Promise.all(mergedIn(history ?? []).map((id) => here(context).incident(id))).then(
      (found) => {
        // A merge may have been taken back since.
        if (wanted) setMerged(found.filter(({ mergedInto }) => mergedInto === into));
      },
      // They stand on their own panes as well.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [into, history]);
  return (
    <>
      {merged.map(({ id, number, title }) => (
        <NotesPart
          key={id}
          kind="incident"
          id={id}
          closed
          title={fill(t.together.notes.ofMerged, { number: String(number), title })}
        />
      ))}
    </>
  );
};
