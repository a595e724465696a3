/** The way from the queue to its likely events. */
import type { JSX } from 'preact';
import { slugOf } from '../actions/context.js';
import { formatAddress } from '../address/address-text.js';
import { useConsole, useSelect } from '../pieces/console-context.js';

export const EventsLink = (): JSX.Element => {
  const { context, words } = useConsole();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const address = { screen: 'events', slug } as const;
  return (
    <a
      class="link"
      href={formatAddress(address)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        context.go(address);
      }}
    >
      {words.t.duplicates.events.link}
    </a>
  );
};
