/** Taking back and working fast, in English. */
import { plural } from './forms.js';

export const speed = {
  undo: 'Undo',
  redo: 'Do it again',
  undoMany: plural({ one: '{undo}: # report', other: '{undo}: # reports' }),
  undoManyAsked: plural({
    one: 'This was done to # report.',
    other: 'This was done to # reports in one go. All of them go back with this one.',
  }),
  redoManyAsked: plural({
    one: 'This was taken back for # report.',
    other: 'This was taken back for # reports in one go. It is done again to all of them.',
  }),
  undoOf: '{undo}: {what}',
  takenBack: 'Taken back: {what}',
  doneAgain: 'Done again: {what}',
  bulk: 'What is chosen',
  chosen: plural({ one: '# report chosen', other: '# reports chosen' }),
  choose: 'Choose: {words}',
  chooseAll: 'All that are loaded',
  chooseNone: 'None',
  addAll: 'Add to incident',
  claimChosen: 'Claim all that are chosen',
  rejectChosen: 'Reject all that are chosen',
  addChosen: 'Add all that are chosen to an incident',
  chooseAllLoaded: 'Choose all reports that are loaded',
  answersLead:
    'Responders put these into their questions with one press. {place} stands for the place that the report names.',
  answerTitle: 'Name',
  answerText: 'Words',
  answerLanguage: 'Language',
  answerAdd: 'Add an answer',
  answerRemove: 'Remove: {title}',
  answerInsert: 'Ready answers',
  answerInsertLead: 'Put in a ready answer …',
  palette: 'What would you like to do?',
  paletteHint: 'A command, a number, or words',
  paletteNone: 'Nothing fits.',
  rejectAll: plural({ one: 'Reject # report', other: 'Reject # reports' }),
  verifyAll: plural({ one: 'Add # report to an incident', other: 'Add # reports to an incident' }),
  chooseIncident: 'Choose the incident to add them to.',
  refusals: 'These do not allow it',
};

export const speedDone = {
  undone: 'Taken back.',
  redone: 'Done again.',
  bulkDone: 'Done for all that were chosen.',
  nothingNext: 'Nothing waits just now.',
};

export const speedHelp = {
  undo: 'Take back what you just did, while that is offered below',
  take: 'Claim the next report that waits',
  choose: 'Choose the open report for an action on many',
  palette: 'Everything by typing its name',
};
