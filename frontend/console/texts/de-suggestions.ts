/** Suggestions from words, and the lists behind them, in German. */
import type { suggestions as english } from './en-suggestions.js';

export const suggestions: typeof english = {
  title: 'Vorschläge aus den Worten',
  lead: 'Übernommen wird nur, was Sie bestätigen.',
  category: 'Kategorie',
  priority: 'Priorität',
  place: 'Ort',
  because: 'Die Worte: {said}',
  placeBecause: '{reason} in den Worten: {said}',
  quoted: '„{words}“',
  certain: 'sicher',
  doubtful: 'zweifelhaft',
  use: 'Übernehmen',
  useLabel: 'Übernehmen: {what}',
  placeReason: {
    coordinates: 'Koordinaten',
    name: 'Ein Name',
    spelling: 'Ein anders geschriebener Name',
    near: 'Nahe einem genannten Ort',
    between: 'Zwischen genannten Orten',
    direction: 'Als Weg zu einem Ort beschrieben',
    region: 'Eine ganze Region',
  },
  words: {
    lead: 'Meldungen mit diesen Wörtern bekommen einen Vorschlag: eine Kategorie oder eine Priorität, samt den Wörtern, die dafür sprechen. Die Helfenden entscheiden.',
    how: 'Kommas zwischen den Einträgen. Ein Stern steht für jede Endung: „überflut*“ findet Überflutung und überflutet. Ein Eintrag, der mit „kein“ beginnt, findet jede Verneinung des Rests: „kein Wasser“ findet „wir haben noch immer kein Wasser“.',
    language: 'Sprache',
    urgency: 'Dringlichkeit',
    categories: 'Kategorien',
    critical: 'Kritisch',
    high: 'Hoch',
    asShipped: 'Wie mitgeliefert',
    asShippedLabel: '{name} auf den mitgelieferten Stand setzen',
    unsaved: 'Noch nicht gespeichert',
    bad: 'Damit ist nichts zu finden: {words}. Ein Eintrag braucht Buchstaben, neben einem Stern drei.',
  },
};
