/** In the bar over everything, for coordinators: a channel that should be heard of is silent, or has a fault. */
import type { JSX } from 'preact';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';

export const ChannelAlarm = (): JSX.Element => {
  const { t, plural } = useWords();
  const actions = useActions();
  const names = useSelect((state) => state.alarms);
  const first = names[0] ?? '';
  const words = fill(plural(names.length, t.live.channelAlarm), { first });
  return (
    <span role="status" class="alarm-place">
      {names.length > 0 && (
        <button
          type="button"
          class="alarm"
          title={names.join(', ')}
          onClick={() => actions.room.openSettings('channels')}
        >
          <span aria-hidden="true">▲</span> <bdi class="alarm-words">{words}</bdi>
        </button>
      )}
    </span>
  );
};
