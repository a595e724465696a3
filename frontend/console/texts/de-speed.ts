/** Zurücknehmen und schnelles Arbeiten, auf Deutsch. */
import type { speed as english } from './en-speed.js';

export const speed: typeof english = {
  undo: 'Rückgängig',
  redo: 'Wieder tun',
  undoOf: '{undo}: {what}',
  takenBack: 'Zurückgenommen: {what}',
  doneAgain: 'Wieder getan: {what}',
};

export const speedDone = {
  undone: 'Zurückgenommen.',
  redone: 'Wieder getan.',
};

export const speedHelp = {
  undo: 'Zurücknehmen, was Sie gerade getan haben',
};
