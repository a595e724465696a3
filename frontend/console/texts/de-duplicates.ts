/** What may be the same, in German. */
import type { duplicates as english } from './en-duplicates.js';

export const duplicates: typeof english = {
  title: 'Vielleicht dasselbe',
  loading: 'Es wird nach Gleichem gesucht …',
  none: 'Kein Vorfall und keine offene Meldung gleicht ihr.',
  lead: 'Ordnen Sie sie zu, wenn sie dasselbe meint. Von selbst geschieht nichts.',
  score: 'zu {percent} dasselbe',
  add: 'Zuordnen',
  addLabel: 'Diese Meldung dem Vorfall #{number} zuordnen, {title}',
  openLabel: 'Öffnen: {what}',
  rests: { one: '{count} Meldung', other: '{count} Meldungen' },
  reason: {
    same_text: 'dieselben Worte',
    words: 'Worte zu {percent} gleich',
    within: '{distance} entfernt, innerhalb beider Genauigkeiten',
    distance: '{distance} entfernt',
    time: '{time} auseinander',
    sameTime: 'zur selben Zeit',
    category: 'gleiche Kategorie',
    same_reporter: 'von derselben Person',
  },
};
