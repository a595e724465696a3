/** The way from the queue to its likely events. */
import type { JSX } from 'preact';
import { slugOf } from '../actions/context.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { To } from '../pieces/to.js';

export const EventsLink = (): JSX.Element => {
  const { t } = useWords();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  return (
    <To class="link" to={{ screen: 'events', slug }}>
      {t.duplicates.events.link}
    </To>
  );
};
