/** Zurücknehmen und schnelles Arbeiten, auf Deutsch. */
import { plural } from './forms.js';
import type { speed as english } from './en-speed.js';

export const speed: typeof english = {
  undo: 'Rückgängig',
  redo: 'Wieder tun',
  undoMany: plural({ one: '{undo}: # Meldung', other: '{undo}: # Meldungen' }),
  undoManyAsked: plural({
    one: 'Das wurde mit # Meldung getan.',
    other: 'Das wurde mit # Meldungen in einem getan. Mit dieser gehen alle zurück.',
  }),
  redoManyAsked: plural({
    one: 'Das wurde für # Meldung zurückgenommen.',
    other: 'Das wurde für # Meldungen in einem zurückgenommen. Es wird mit allen wieder getan.',
  }),
  undoOf: '{undo}: {what}',
  takenBack: 'Zurückgenommen: {what}',
  doneAgain: 'Wieder getan: {what}',
  bulk: 'Was ausgewählt ist',
  chosen: plural({ one: '# Meldung ausgewählt', other: '# Meldungen ausgewählt' }),
  choose: 'Auswählen: {words}',
  chooseAll: 'Alle geladenen',
  chooseNone: 'Keine',
  addAll: 'Zu einem Ereignis',
  claimChosen: 'Alle ausgewählten übernehmen',
  rejectChosen: 'Alle ausgewählten ablehnen',
  addChosen: 'Alle ausgewählten zu einem Ereignis',
  chooseAllLoaded: 'Alle geladenen Meldungen auswählen',
  answersLead:
    'Helfende setzen diese mit einem Griff in ihre Fragen ein. {place} steht für den Ort, den die Meldung nennt.',
  answerTitle: 'Name',
  answerText: 'Worte',
  answerLanguage: 'Sprache',
  answerAdd: 'Antwort hinzufügen',
  answerRemove: 'Entfernen: {title}',
  answerInsert: 'Fertige Antworten',
  answerInsertLead: 'Fertige Antwort einsetzen …',
  palette: 'Was möchten Sie tun?',
  paletteHint: 'Ein Befehl, eine Nummer oder Worte',
  paletteNone: 'Nichts passt.',
  rejectAll: plural({ one: '# Meldung ablehnen', other: '# Meldungen ablehnen' }),
  verifyAll: plural({ one: '# Meldung zu einem Ereignis', other: '# Meldungen zu einem Ereignis' }),
  chooseIncident: 'Wählen Sie das Ereignis, zu dem sie gehören.',
  refusals: 'Diese lassen es nicht zu',
};

export const speedDone = {
  undone: 'Zurückgenommen.',
  redone: 'Wieder getan.',
  bulkDone: 'Für alle ausgewählten erledigt.',
  nothingNext: 'Gerade wartet nichts.',
};

export const speedHelp = {
  undo: 'Zurücknehmen, was Sie gerade getan haben, solange es unten angeboten wird',
  take: 'Die nächste wartende Meldung übernehmen',
  choose: 'Die offene Meldung für viele auswählen',
  palette: 'Alles, indem man seinen Namen tippt',
};
