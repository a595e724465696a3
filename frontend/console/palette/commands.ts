/**
 * Everything that the palette can do: a plain array, to which any part of the console may add. What a button on the
 * screen does is done by pressing that button, so a command is there exactly when its button is.
 */
import { slugOf } from '../actions/context.js';
import type { Address } from '../address/address.js';
import { keyOf, type KeyAction } from '../keyboard/key-map.js';
import { mayHere } from '../pieces/rights.js';
import type { Console } from '../pieces/console-context.js';
import type { ConsoleState } from '../store/state.js';
import type { Texts } from '../texts/texts.js';

export interface Command {
  id: string;
  label: (t: Texts) => string;
  key?: string;
  /** Whether it makes sense now. */
  isPossible: (state: ConsoleState) => boolean;
  run: (page: Console) => void;
}

const button = (action: string): HTMLButtonElement | null => {
  const found = document.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`);
  return found === null || found.disabled ? null : found;
};

const pressing = (action: string, label: Command['label'], key?: KeyAction): Command => ({
  id: action,
  label,
  ...(key !== undefined && { key: keyOf[key] }),
  isPossible: () => button(action) !== null,
  run: () => button(action)?.click(),
});

const inRoom = (state: ConsoleState): boolean => state.address.screen === 'room';
const mayTriage = mayHere('reports.triage');

const screens = {
  board: {
    label: (t: Texts) => t.board.title,
    to: (slug: string): Address => ({ screen: 'board', slug, period: '24h' }),
  },
  situation: {
    label: (t: Texts) => t.situation.title,
    to: (slug: string): Address => ({ screen: 'situation', slug }),
  },
  shift: {
    label: (t: Texts) => t.shift.title,
    to: (slug: string): Address => ({ screen: 'shift', slug, from: '', to: '' }),
  },
  events: {
    label: (t: Texts) => t.duplicates.events.title,
    to: (slug: string): Address => ({ screen: 'events', slug }),
  },
  offers: {
    label: (t: Texts) => t.dispatch.offers.title,
    to: (slug: string): Address => ({ screen: 'offers', slug, all: false }),
  },
  broadcasts: {
    label: (t: Texts) => t.broadcasts.title,
    to: (slug: string): Address => ({ screen: 'broadcasts', slug }),
  },
};

const screenCommand = (id: keyof typeof screens): Command => ({
  id,
  label: screens[id].label,
  isPossible: (state) => state.address.screen !== id && mayHere('reports.read')(state),
  run: ({ context }) => context.go(screens[id].to(slugOf(context.store.get().address) ?? '')),
});

export const commands: Command[] = [
  {
    id: 'next-report',
    label: (t) => t.help.take,
    key: keyOf.take,
    isPossible: mayTriage,
    run: ({ actions }) => void actions.bulk.next(),
  },
  pressing('claim', (t) => t.action.claim, 'claim'),
  pressing('release', (t) => t.action.release, 'claim'),
  pressing('verify', (t) => t.action.verify, 'verify'),
  pressing('reject', (t) => t.action.reject, 'reject'),
  pressing('ask', (t) => t.action.ask),
  pressing('reopen', (t) => t.action.reopen),
  pressing('edit', (t) => t.action.edit),
  pressing('admit', (t) => t.action.admit, 'admit'),
  pressing('quarantine', (t) => t.action.quarantine),
  pressing('undo', (t) => t.help.undo, 'undo'),
  pressing('bulk-claim', (t) => t.speed.claimChosen),
  pressing('bulk-reject', (t) => t.speed.rejectChosen),
  pressing('bulk-verify', (t) => t.speed.addChosen),
  {
    id: 'choose-all',
    label: (t) => t.speed.chooseAllLoaded,
    isPossible: (state) => inRoom(state) && mayTriage(state) && state.queue.rows.some(({ kind }) => kind === 'report'),
    run: ({ context }) => context.store.dispatch({ type: 'chosen.all' }),
  },
  {
    id: 'next',
    label: (t) => t.help.next,
    key: keyOf.next,
    isPossible: (state) => state.queue.rows.length > 0,
    run: ({ actions }) => actions.room.step(1),
  },
  {
    id: 'previous',
    label: (t) => t.help.previous,
    key: keyOf.previous,
    isPossible: (state) => state.queue.rows.length > 0,
    run: ({ actions }) => actions.room.step(-1),
  },
  {
    id: 'reports',
    label: (t) => t.queue.reports,
    isPossible: (state) => state.address.screen === 'room' && state.address.tab !== 'reports',
    run: ({ actions }) => actions.room.showTab('reports'),
  },
  {
    id: 'incidents',
    label: (t) => t.queue.incidents,
    isPossible: (state) => state.address.screen === 'room' && state.address.tab !== 'incidents',
    run: ({ actions }) => actions.room.showTab('incidents'),
  },
  {
    id: 'clear-filters',
    label: (t) => t.filter.clear,
    isPossible: inRoom,
    run: ({ actions }) => actions.room.clearFilters(),
  },
  ...(['board', 'shift', 'situation', 'events', 'offers', 'broadcasts'] as const).map(screenCommand),
  {
    id: 'layers',
    label: (t) => t.layers.title,
    isPossible: mayHere('deployment.edit'),
    run: ({ actions }) => actions.room.openSettings('layers'),
  },
  {
    id: 'settings',
    label: (t) => t.top.settings,
    isPossible: mayHere('deployment.edit'),
    run: ({ actions }) => actions.room.openSettings('deployment'),
  },
  {
    id: 'help',
    label: (t) => t.top.help,
    key: keyOf.help,
    isPossible: inRoom,
    run: ({ context }) => context.store.dispatch({ type: 'dialog.opened', dialog: 'help' }),
  },
];
