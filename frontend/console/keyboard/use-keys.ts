/** Listens to the keyboard for the room and turns keys into actions. */
import { useEffect } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';
import { claimOf } from '../report/report-rules.js';
import { mayHere } from '../pieces/rights.js';
import type { Console } from '../pieces/console-context.js';
import { actionOf, isTyping, type KeyAction } from './key-map.js';

/** The button of the action is there exactly when the action is possible, so the key presses it. */
export const pressButton = (action: string): void => {
  const button = document.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  if (button !== null && !button.disabled) button.click();
};

const escape = ({ context, actions }: Console): void => {
  const state = context.store.get();
  if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement) document.activeElement.blur();
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

const run = (action: KeyAction, page: Console): void => {
  switch (action) {
    case 'next':
      return page.actions.room.step(1);
    case 'previous':
      return page.actions.room.step(-1);
    case 'claim':
      return toggleClaim(page);
    case 'verify':
    case 'reject':
    case 'join':
    case 'admit':
    case 'undo':
      return pressButton(action);
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
