/** Die Übersicht und der Schichtbericht, auf Deutsch. */
import type { board as englishBoard, shift as englishShift } from './en-board.js';
import { plural } from './forms.js';

export const board: typeof englishBoard = {
  title: 'Übersicht',
  period: 'Zeitraum',
  periods: { '8h': '8 Stunden', '24h': '24 Stunden', '7d': '7 Tage', '30d': '30 Tage' },
  days: 'T',
  hours: 'Std',
  minutes: 'Min',
  nothing: 'Nichts in diesem Zeitraum.',
  nothingDecided: 'In diesem Zeitraum hat niemand etwas entschieden.',
  countedAt: 'Gezählt um {time}; erneuert sich von selbst.',
  open: 'Offene Meldungen',
  openCounted: 'Jetzt neu, in Prüfung oder wartend auf Auskunft; ohne Quarantäne. Alter seit dem Eingang.',
  oldest: 'die älteste {ago}',
  age: 'Alter',
  ages: {
    hour: 'bis 1 Stunde',
    four_hours: '1 bis 4 Stunden',
    day: '4 bis 24 Stunden',
    three_days: '1 bis 3 Tage',
    older: 'über 3 Tage',
  },
  times: 'Wie lange es dauert',
  timesCounted:
    'Aus dem Journal: vom Eingang bis eine Person erstmals übernahm, fragte oder entschied, und bis zur ersten Entscheidung. Gezählt sind Meldungen, bei denen das in diesem Zeitraum war.',
  firstLook: 'Bis zum ersten Blick',
  decision: 'Bis zur Entscheidung',
  p90: 'neun von zehn binnen {time}',
  ofReports: plural({ one: '# Meldung', other: '# Meldungen' }),
  work: 'In diesem Zeitraum',
  workCounted:
    'Entscheidungen von Menschen im Journal; noch einmal entschieden zählt noch einmal. Deine siehst nur du.',
  received: 'Eingegangen',
  decided: 'Entschieden',
  mine: 'davon von dir',
  channels: 'Nach Kanal',
  categories: 'Nach Kategorie',
  receivedCounted: 'In diesem Zeitraum eingegangene Meldungen, ohne Quarantäne.',
  incidents: 'Ereignisse',
  unresolved: 'Nicht erledigt, nach Kategorie',
  incidentsCounted: 'Wie sie jetzt stehen, ohne zusammengeführte; eröffnet und erledigt aus dem Journal.',
  moved: '{opened} eröffnet, {resolved} erledigt in diesem Zeitraum.',
  places: 'Wo offene Meldungen liegen',
  placesCounted: 'Offene Meldungen mit Ort, gezählt in Feldern eines Gitters.',
  located: plural({ one: '# offene Meldung hat einen Ort.', other: '# offene Meldungen haben einen Ort.' }),
  byDay: 'Tag für Tag',
  byDayCounted:
    'Tage in deiner Zeitzone. Zeiten sind Mediane dessen, was an dem Tag erstmals angesehen oder entschieden wurde.',
  day: 'Tag',
  organisations: 'Nach Organisation',
  organisation: 'Organisation',
  organisationsCounted:
    'Entscheidungen von Menschen jeder Organisation. Wo weniger als drei Menschen entschieden, wird zusammen gezählt, damit niemand allein gemessen wird.',
  others: 'Andere zusammen',
};

export const shift: typeof englishShift = {
  title: 'Schichtbericht',
  heading: 'Schichtbericht: {name}',
  period: '{from} bis {to}',
  print: 'Drucken',
  foot: 'Gezählt {time} von Atesto, für {name}. Enthält Worte von Meldenden: sicher aufbewahren.',
  cameIn: 'Was einging',
  decided: 'Was entschieden wurde',
  open: 'Was jetzt offen ist',
  oldest: 'Wartet am längsten',
  noneOpen: 'Nichts ist offen.',
  incidents: 'Ereignisse',
  opened: 'eröffnet',
  noSteps: 'Kein Ereignis wurde eröffnet oder änderte seinen Stand.',
};
