/** Listens to the keyboard for the room and turns keys into actions. */
import { useEffect } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';
import { claimOf } from '../report/report-rules.js';
import { mayHere } from '../pieces/rights.js';
import type { Console } from '../pieces/console-context.js';
import { actionOf, isPaletteKey, isTyping, type KeyAction } from './key-map.js';

/** The button of the action is there exactly when the action is possible, so the key presses it. */
export const pressButton = (action: string): void => {
  const button = document.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  if (button !== null && !button.disabled) button.click();
};

/** A key pressed while an action is under way is meant for what comes after it, unless something else is open by then. */
const afterAction = ({ context: { store } }: Console, press: () => void): void => {
  const { busy, detail } = store.get();
  if (busy === null) {
    press();
    return;
  }
  const stop = store.subscribe((state) => {
    if (state.busy !== null) return;
    stop();
    if (state.dialog !== null || state.detail.of?.id !== detail.of?.id) return;
    // The button is there once the page is drawn.
    requestAnimationFrame(press);
  });
};

const escape = ({ context, actions }: Console): void => {
  const state = context.store.get();
  if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  else if (state.chosen.ids.size > 0) context.store.dispatch({ type: 'chosen.cleared' });
  else if (state.picking) context.store.dispatch({ type: 'picking.ended', picked: null });
  else if (state.detail.of !== null) actions.room.select(null);
};

const toggleClaim = ({ context }: Console): void => {
  const state = context.store.get();
  const { report } = state.detail;
  if (report === null || !mayHere('reports.triage')(state)) return;
  const claim = claimOf(report, state.session.view?.user.id ?? null, state.nowMs);
  pressButton(claim === 'mine' ? 'release' : claim === 'other' ? 'take-over' : 'claim');
};

const hasChosen = ({ context }: Console): boolean => context.store.get().chosen.ids.size > 0;

/** Chooses the report that is open, or lets it go. */
const chooseOpen = ({ context }: Console): void => {
  const { detail, address } = context.store.get();
  if (detail.of?.kind !== 'report' || address.screen !== 'room' || address.tab !== 'reports') return;
  context.store.dispatch({ type: 'chosen.toggled', id: detail.of.id, range: false });
};

const openPalette = ({ context }: Console): void => {
  if (document.querySelector('dialog[open]') === null) {
    context.store.dispatch({ type: 'dialog.opened', dialog: 'palette' });
  }
};

const run = (action: KeyAction, page: Console): void => {
  switch (action) {
    case 'next':
      return page.actions.room.step(1);
    case 'previous':
      return page.actions.room.step(-1);
    case 'claim':
      return hasChosen(page) ? pressButton('bulk-claim') : toggleClaim(page);
    case 'verify':
    case 'reject':
      return afterAction(page, () => pressButton(hasChosen(page) ? `bulk-${action}` : action));
    case 'take':
      return void (mayHere('reports.triage')(page.context.store.get()) && page.actions.bulk.next());
    case 'choose':
      return chooseOpen(page);
    case 'join':
    case 'admit':
    case 'undo':
      return afterAction(page, () => pressButton(action));
    case 'palette':
      return openPalette(page);
    case 'search':
      page.context.store.dispatch({ type: 'pane.chosen', pane: 'queue' });
      // The pane may have been hidden until now.
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#queue-search')?.focus());
      return;
    case 'help':
      return page.context.store.dispatch({ type: 'dialog.opened', dialog: 'help' });
    case 'escape':
      return escape(page);
  }
};

export const useKeys = (): void => {
  const page = useConsole();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        openPalette(page);
        return;
      }
      const focus = { typing: isTyping(event.target), dialogOpen: document.querySelector('dialog[open]') !== null };
      const action = actionOf(event, focus);
      if (action === null) return;
      event.preventDefault();
      run(action, page);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [page]);
};
