/** Finden: Suche, Filter, Gebiete und Ansichten, auf Deutsch. */
import { plural } from './forms.js';
import type { brush as englishBrush, finding as english, views as englishViews } from './en-finding.js';

export const finding: typeof english = {
  chips: 'Gesetzte Filter',
  removeChip: 'Filter entfernen: {filter}',
  allStatuses: 'Jeder Stand',
  either: 'Mit oder ohne',
  priority: 'Dringlichkeit',
  language: 'Sprache des Textes',
  noLanguage: 'Unbekannte Sprache',
  reporter: 'Meldende Person',
  reporterHint: 'Ein Name, eine Nummer oder Adresse, ganz. Jeder Fund steht im Verlauf der Meldung.',
  located: { yes: 'Mit Ort', no: 'Ohne Ort' },
  media: { label: 'Fotos und Aufnahmen', yes: 'Mit Fotos oder Aufnahmen', no: 'Ohne Fotos' },
  contact: { label: 'Kontakt', yes: 'Person erreichbar', no: 'Person nicht erreichbar' },
  answered: { label: 'Rückfrage', yes: 'Beantwortet', no: 'Gefragt, noch keine Antwort' },
  time: 'Tage meinen',
  timeReceived: 'Wann es einging',
  timeObserved: 'Wann es gesehen wurde',
  timeOpened: 'Wann es eröffnet wurde',
  timeUpdated: 'Wann es sich zuletzt änderte',
  area: 'Gebiet auf der Karte',
  areaDraw: 'Auf der Karte zeichnen',
  areaEdit: 'Auf der Karte ändern',
  areaClear: 'Gebiet entfernen',
  areaWrite: 'Eckpunkte aufschreiben',
  areaCorners: 'Eckpunkte',
  areaCornersHint: 'Je Zeile einer: Breite, Länge. Mindestens drei.',
  areaApply: 'Diese Eckpunkte nehmen',
  areaUnread: 'Mindestens drei Eckpunkte, jeder als Breite, Länge.',
  areaCrosses: 'Die Kanten kreuzen oder berühren sich. Einen Eckpunkt verschieben oder zurücknehmen.',
  areaClick: 'Eckpunkte des Gebiets anklicken; ziehen verschiebt sie.',
  areaDone: 'Fertig',
  areaBack: 'Zurücknehmen',
  corners: plural({ one: '# Eckpunkt', other: '# Eckpunkte' }),
  mapOfList: {
    reports: plural({
      one: 'Von den Meldungen zeigt die Karte die # Zeile der Liste.',
      other: 'Von den Meldungen zeigt die Karte die # Zeilen der Liste.',
    }),
    incidents: plural({
      one: 'Von den Ereignissen zeigt die Karte die # Zeile der Liste.',
      other: 'Von den Ereignissen zeigt die Karte die # Zeilen der Liste.',
    }),
  },
  mapOfOthers: {
    reports: 'Die Meldungen sind nur nach Kategorie und Zeit gewählt.',
    incidents: 'Die Ereignisse sind nur nach Kategorie und Zeit gewählt.',
  },
  mapOfListMore: 'Weitere kommen beim Blättern.',
};

export const views: typeof englishViews = {
  title: 'Ansichten',
  empty: 'Noch nichts gespeichert. Eine Ansicht behält die Filter, die jetzt gesetzt sind.',
  name: 'Was jetzt zu sehen ist, speichern als',
  share: 'Für alle hier',
  save: 'Speichern',
  remove: 'Ansicht {name} entfernen',
  sharedBy: 'geteilt von {name}',
  onlyMine: 'nur für dich',
};

export const brush: typeof englishBrush = {
  label: 'Zeit',
  start: 'Von',
  end: 'Bis',
  said: '{count}, {from} – {to}',
};
