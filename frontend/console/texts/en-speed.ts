/** Taking back and working fast, in English. */
export const speed = {
  undo: 'Undo',
  redo: 'Do it again',
  undoOf: '{undo}: {what}',
  takenBack: 'Taken back: {what}',
  doneAgain: 'Done again: {what}',
};

export const speedDone = {
  undone: 'Taken back.',
  redone: 'Done again.',
};

export const speedHelp = {
  undo: 'Take back what you just did',
};
