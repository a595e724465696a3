/** Messages to all who asked to be told of an area: a new one, and those that were sent. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { useRemote } from '../settings/use-remote.js';
import { BroadcastForm } from './broadcast-form.js';
import { BroadcastList } from './broadcast-list.js';

/** What is under way is looked at until it has arrived. */
const refreshMs = 3_000;

const Desk = (): JSX.Element => {
  const { t } = useConsole().words;
  const { items, problem, load } = useRemote((api) => api.broadcasts());
  const isWaiting = items?.some(({ deliveries }) => Object.values(deliveries).some(({ waiting }) => waiting > 0));
  useEffect(() => {
    if (isWaiting !== true) return;
    const timer = setInterval(() => void load(), refreshMs);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return (
    <div class="broadcast-desk">
      <section class="broadcast-new">
        <h3>{t.broadcasts.write}</h3>
        <BroadcastForm onSent={() => void load()} />
      </section>
      <section>
        <h3>{t.broadcasts.former}</h3>
        <ProblemNote problem={problem} retry={() => void load()} />
        {items === null && problem === null && (
          <p class="muted" role="status">
            {t.common.loading}
          </p>
        )}
        {items !== null && <BroadcastList broadcasts={items} />}
      </section>
    </div>
  );
};

export const BroadcastsScreen = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t } = words;
  const address = useSelect((state) => state.address);
  const may = useSelect(mayHere('alerts.send'));
  if (address.screen !== 'broadcasts') return null;
  return (
    <main class="page">
      <div class="page-head">
        <button type="button" class="button quiet" onClick={() => context.go(roomOf(address.slug))}>
          <Icon name="left" />
          {t.settings.toRoom}
        </button>
        <h2>{t.broadcasts.title}</h2>
      </div>
      <p>{t.broadcasts.lead}</p>
      {may ? <Desk /> : <p class="note">{t.settings.notAllowed}</p>}
    </main>
  );
};
