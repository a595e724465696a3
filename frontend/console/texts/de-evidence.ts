/** Evidence, how sure responders are, and the second person, in German. */
import type { Texts } from './texts.js';
import { plural } from './forms.js';

export const evidence: Texts['evidence'] = {
  title: 'Worauf dies beruht',
  confidence: { unconfirmed: 'Unbestätigt', likely: 'Wahrscheinlich', confirmed: 'Bestätigt' },
  kind: {
    report: 'Eine Meldung',
    photo: 'Ein Foto',
    call: 'Ein Anruf',
    link: 'Eine Quelle',
    second_person: 'Als zweite Person bestätigt',
  },
  howSure: 'Wie sicher wir sind',
  confidenceHint:
    'Dieses Wort sieht die Öffentlichkeit. Nichts hebt es von selbst: weder Meldungen noch, was andere auch sehen.',
  change: 'Ändern',
  reason: 'Warum',
  reasonHint: 'Steht im Verlauf.',
  reasonMissing: 'Sagen Sie warum, damit es später vertreten werden kann.',
  reports: plural({ one: '# Meldung', other: '# Meldungen' }),
  citizens: plural({
    one: '# Mensch sieht es auch (getrennt gezählt, bestätigt nichts)',
    other: '# Menschen sehen es auch (getrennt gezählt, bestätigt nichts)',
  }),
  empty: 'Noch keine weiteren Belege.',
  add: 'Beleg hinzufügen',
  addTitle: 'Beleg hinzufügen',
  what: 'Was es ist',
  url: 'Adresse der Seite',
  urlHint: 'Nur Einsatzkräfte sehen den Link. Der Server öffnet ihn nie.',
  urlBad: 'Geben Sie eine Adresse ein, die mit http:// oder https:// beginnt.',
  note: 'Notiz',
  noteMissing: 'Sagen Sie, wer angerufen wurde und was gesagt wurde.',
  callHint: 'Wer angerufen wurde und was gesagt wurde',
  openReport: 'Meldung öffnen',
  withdraw: 'Zurückziehen',
  withdrawLead: 'Der Beleg bleibt durchgestrichen mit Ihrem Namen in der Liste und zählt nicht mehr.',
  withdrawnBy: 'Zurückgezogen von {name}',
  waits: 'Wartet auf eine zweite Person',
  secondBy: 'Von {name} als zweiter Person bestätigt',
  secondWaits: 'Wartet auf eine zweite Person. Bis eine es bestätigt, sieht es draußen niemand.',
  secondNone: 'Keine zweite Person hat es bestätigt.',
  confirmSecond: 'Als zweite Person bestätigen',
  notYours: 'Sie haben es eröffnet oder eine seiner Meldungen geprüft: jemand anderes muss es bestätigen.',
};
