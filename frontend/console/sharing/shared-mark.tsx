/** In the bar over everything, for coordinators: how much was shared with this deployment and waits for an answer. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here, slugOf } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';

/** No live frame tells of it. */
const refreshMs = 60_000;

export const SharedMark = (): JSX.Element => {
  const { context, actions, words } = useConsole();
  const slug = useSelect((state) => slugOf(state.address));
  const address = useSelect((state) => state.address);
  const allowed = useSelect(mayHere('deployment.edit'));
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (slug === null || !allowed) return setWaiting(0);
    const look = (): void =>
      void here(context)
        .sharedWaiting()
        // The next look tells; without an answer nothing is known to wait.
        .then(setWaiting, () => undefined);
    look();
    const timer = setInterval(look, refreshMs);
    return () => clearInterval(timer);
  }, [slug, allowed, address.screen]);
  return (
    <span role="status" class="alarm-place">
      {waiting > 0 && (
        <button type="button" class="alarm shared-mark" onClick={() => actions.room.openSettings('sharing')}>
          <bdi class="alarm-words">{words.plural(waiting, words.t.sharing.waiting)}</bdi>
        </button>
      )}
    </span>
  );
};
