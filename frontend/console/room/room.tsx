/** The room: queue, map and detail side by side; on a narrow screen one of them, chosen at the bottom. */
import type { JSX } from 'preact';
import { useKeys } from '../keyboard/use-keys.js';
import { MapPane } from '../map/map-pane.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon, type IconName } from '../pieces/icon.js';
import { QueuePane } from '../queue/queue-pane.js';
import type { Pane } from '../store/state.js';
import { DetailPane } from './detail-pane.js';
import { RoomDialogs } from './room-dialogs.js';

const icons: Record<Pane, IconName> = { queue: 'list', map: 'map', detail: 'detail' };

const BottomTabs = ({ pane }: { pane: Pane }): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const waiting = useSelect((state) => state.queue.waiting.length);
  return (
    <nav class="bottom-tabs">
      {(['queue', 'map', 'detail'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === pane ? 'page' : undefined}
          onClick={() => store.dispatch({ type: 'pane.chosen', pane: one })}
        >
          <Icon name={icons[one]} size={20} />
          {t.panes[one]}
          {one === 'queue' && waiting > 0 && <span class="tab-count">{waiting}</span>}
        </button>
      ))}
    </nav>
  );
};

export const Room = (): JSX.Element => {
  useKeys();
  const pane = useSelect((state) => state.pane);
  return (
    <>
      <main class="room" data-pane={pane}>
        <QueuePane />
        <MapPane />
        <DetailPane />
      </main>
      <BottomTabs pane={pane} />
      <RoomDialogs />
    </>
  );
};
