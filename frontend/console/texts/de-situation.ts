/** Lageberichte in der Konsole, auf Deutsch. */
import type { situation as english } from './en-situation.js';

export const situation: typeof english = {
  title: 'Lagebericht',
  lead: 'Wie es steht, in Zahlen, Listen und einer Karte: zum Lesen, Drucken und Weitergeben. Gespeichertes ändert sich nie mehr.',
  span: 'Zeitraum',
  spans: {
    day: 'Die letzten 24 Stunden',
    last: 'Seit dem letzten Bericht',
    week: 'Die letzten 7 Tage',
    own: 'Von … bis …',
  },
  open: 'Ansehen',
  openPublic: 'Wie alle ihn sehen',
  openResponders: 'Wie Einsatzkräfte ihn sehen',
  save: 'Einen Bericht speichern',
  saveLead:
    'Einsatzkräfte und Öffentlichkeit bekommen je, was sie von diesem Moment sehen dürfen, unter einer Adresse, die bleibt.',
  name: 'Titel',
  nameExample: 'Zum Beispiel: Freitagmittag',
  words: 'Eigene Worte',
  summary: 'Zusammenfassung',
  messages: 'Das Wichtigste',
  messagesHint: 'Je eine Zeile, höchstens 10.',
  published: 'Gleich veröffentlichen: alle dürfen ihn lesen',
  submit: 'Bericht speichern',
  saved: 'Gespeicherte Berichte',
  none: 'Noch keiner gespeichert.',
  numbered: 'Bericht {number}: {title}',
  public: 'Veröffentlicht',
  internal: 'Intern',
  publish: 'Veröffentlichen',
  withdraw: 'Intern machen',
  all: 'Alle gespeicherten Berichte',
};
