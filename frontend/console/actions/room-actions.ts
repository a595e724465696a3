/** Moving about the room: what is open, filtered, scrolled to. All of it but the scrolling is in the address. */
import {
  defaultFilter,
  withTab,
  type Filter,
  type RoomAddress,
  type Selection,
  type SettingsSection,
  type Tab,
} from '../address/address.js';
import { neighbour, type Row } from '../queue/row.js';
import { slugOf, type Context } from './context.js';

export const roomActions = (context: Context) => {
  const { store, go } = context;

  const inRoom = (change: (room: RoomAddress) => RoomAddress, how: 'push' | 'replace' = 'push'): void => {
    const { address } = store.get();
    if (address.screen === 'room') go(change(address), how);
  };
  const select = (selected: Selection | null, how: 'push' | 'replace' = 'push'): void => {
    const { address, pane } = store.get();
    const open = address.screen === 'room' ? address.selected : null;
    if (open?.id === selected?.id) {
      if (selected !== null && pane !== 'detail') store.dispatch({ type: 'pane.chosen', pane: 'detail' });
      return;
    }
    inRoom((room) => ({ ...room, selected }), how);
  };

  return {
    select,
    selectRow: (row: Row): void => select({ kind: row.kind, id: row.id }),

    /** One up or down from what is open. Walking does not fill the history. */
    step: (step: 1 | -1): void => {
      const { queue, address } = store.get();
      if (address.screen !== 'room') return;
      const row = neighbour(queue.rows, address.selected?.id ?? null, step);
      if (row !== null) select({ kind: row.kind, id: row.id }, address.selected === null ? 'push' : 'replace');
    },

    /** Typing goes into one step of the history, choosing into one each. */
    filterBy: (change: Partial<Filter>, how: 'push' | 'replace' = 'push'): void =>
      inRoom((room) => ({ ...room, filter: { ...room.filter, ...change } }), how),
    clearFilters: (): void => inRoom((room) => ({ ...room, filter: defaultFilter[room.tab] })),
    showTab: (tab: Tab): void => {
      inRoom((room) => (room.tab === tab ? room : withTab(room, tab)));
      store.dispatch({ type: 'pane.chosen', pane: 'queue' });
    },
    openSettings: (section: SettingsSection): void => {
      const slug = slugOf(store.get().address);
      if (slug !== null) go({ screen: 'settings', slug, section });
    },
  };
};
