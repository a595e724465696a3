/** The words of alerts in this language: de. */
import type { AlertTexts } from './en.js';

export const de: AlertTexts = {
  news: { public: 'Neu', high: 'Jetzt ernst', critical: 'Jetzt kritisch', resolved: 'Vorbei' },
  severities: { low: 'gering', normal: 'normal', high: 'ernst', critical: 'kritisch' },
  comma: ', ',
  noCategory: 'ohne Kategorie',
  many: '{count} Vorfälle',
  more: 'und {count} weitere',
  why: 'Sie bekommen das, weil Sie es unter dieser Adresse bestellt haben.',
  stop: 'Beenden',
  fromResponders: 'Gesendet von den Einsatzkräften. Alle ihre Nachrichten:',
  question: '{deployment}: Bitte bestätigen Sie Ihre Warnungen',
  asked: 'Jemand, vielleicht Sie, möchte unter dieser Adresse Warnungen von {deployment} bekommen:',
  press: 'Öffnen Sie dafür diese Seite und drücken Sie dort den Knopf:',
  ignore: 'Wenn Sie das nicht wollten, tun Sie nichts: Ihre Adresse wird binnen 48 Stunden gelöscht.',
  code: '{deployment}: Ihr Code für Warnungen ist {code}. Wenn Sie das nicht wollten, tun Sie nichts.',
  around: 'Im Umkreis von {distance} um {place}',
  everywhere: '{deployment} im Ganzen',
  drawn: 'Das Gebiet, das Sie gezeichnet haben',
  allCategories: 'Alle Kategorien',
  atLeast: 'Mindestens: {severity}',
  feed: '{deployment}: Warnungen',
};
