import { describe, expect, it } from '@jest/globals';
import { roomOf, type Address } from './address.js';
import { createNavigator } from './navigator.js';
import { askBeforeLeaving } from '../actions/unsaved.js';
import { initialState, reduce } from '../store/reduce.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { createStore } from '../store/store.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const closed = roomOf('main');
const open: Address = { ...closed, selected: { kind: 'report', id } };

/** A browser's history, as far as it is needed. */
const browser = (path: string) => {
  const [entries, listeners]: [string[], (() => void)[]] = [[path], []];
  let at = 0;
  const page = {
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    get location() {
      const { pathname, search } = new URL(entries[at] ?? '', 'http://here');
      return { pathname, search };
    },
    history: {
      pushState: (_: unknown, __: string, text: string) => {
        entries.splice(at + 1, entries.length, text);
        at += 1;
      },
      replaceState: (_: unknown, __: string, text: string) => (entries[at] = text),
    },
  } as unknown as Window;
  const back = (): void => {
    at -= 1;
    for (const listener of listeners) listener();
  };
  return { page, back, shown: () => entries[at] };
};

const room = () => {
  const { page, back, shown } = browser('/console/main');
  const store = createStore<ConsoleState, ConsoleEvent>(reduce, initialState(closed, 0));
  const { go } = createNavigator((event) => store.dispatch(event), askBeforeLeaving(store), page);
  return { store, go, back, shown };
};

describe('leaving something typed', () => {
  it('waits for an answer, and stays when that is no', () => {
    const { store, go, shown } = room();
    go(open);
    store.dispatch({ type: 'edit.touched', unsaved: true });
    go(closed);
    expect([shown(), store.get().leaving?.address]).toEqual([`/console/main?report=${id}`, closed]);
    store.dispatch({ type: 'leaving.ended' });
    expect([store.get().leaving, store.get().address]).toEqual([null, open]);
  });

  it('by the browser’s own way back is undone until there is an answer', () => {
    const { store, go, back, shown } = room();
    go(open);
    store.dispatch({ type: 'edit.touched', unsaved: true });
    back();
    expect([shown(), store.get().address, store.get().leaving?.address]).toEqual([
      `/console/main?report=${id}`,
      open,
      closed,
    ]);
    store.dispatch({ type: 'edit.touched', unsaved: false });
    go(closed);
    expect([shown(), store.get().address, store.get().leaving]).toEqual(['/console/main', closed, null]);
  });

  it('is no matter when only the list beside it changes, nor when nothing is typed', () => {
    const { store, go } = room();
    go(open);
    store.dispatch({ type: 'edit.touched', unsaved: true });
    const searched: Address = { ...open, filter: { ...closed.filter, q: 'well' } };
    go(searched);
    expect([store.get().address, store.get().leaving]).toEqual([searched, null]);
    store.dispatch({ type: 'edit.touched', unsaved: false });
    go(closed);
    expect(store.get().address).toEqual(closed);
  });
});
