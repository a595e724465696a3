/** Nothing typed is lost without a question: leaving the form that holds it waits for an answer. */
import type { Address } from '../address/address.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import type { Store } from '../store/store.js';

/** What a form belongs to: the thing that is open, or the section of the settings. */
const placeOf = (address: Address): string => {
  if (address.screen === 'home') return '';
  const within =
    address.screen === 'room' ? (address.selected?.id ?? '') : address.screen === 'settings' ? address.section : '';
  return `${address.screen} ${address.slug} ${within}`;
};

export const wouldLose = ({ unsaved, address }: ConsoleState, next: Address): boolean =>
  unsaved && placeOf(address) !== placeOf(next);

/** For the navigator: true when the person may go at once, else the question is put. */
export const askBeforeLeaving =
  (store: Store<ConsoleState, ConsoleEvent>) =>
  (address: Address, how: 'push' | 'replace'): boolean => {
    if (!wouldLose(store.get(), address)) return true;
    store.dispatch({ type: 'leaving.asked', address, how });
    return false;
  };
