/** The words of exercises in German. */
import type { training as english } from './en-training.js';

export const training: typeof english = {
  mark: 'ÜBUNG',
  words: 'Nichts hier ist echt, und nichts verlässt sie: keine Nachrichten, keine Alarme.',
  make: 'Das ist eine Übung',
  makeHint:
    'Zum Trainieren. Jede Seite und jede Datei sagt es, und nichts kann von hier an jemanden gesendet werden. Sie bleibt für immer eine Übung.',
  noChannels:
    'Eine Übung hat keine Kanäle: Nichts darf sie verlassen. Meldungen kommen aus dem Abspielen und von ihrer Meldeseite.',
  noExercise: 'Dieser Einsatz ist keine Übung. Eine Übung wird als solche angelegt und bleibt eine.',
  lead: 'Meldungen kommen herein, wie sie kämen, so schnell wie gewählt. Das Team bearbeitet sie wie im Ernstfall.',
  replay: 'Abspielen',
  source: 'Was hereinkommt',
  madeUp: 'Ein erfundener Sturm von zwölf Stunden (240 Meldungen)',
  reportsOf: 'Die Meldungen von {name}',
  masked:
    'Nur Worte, Ort und Kategorie werden übernommen: keine Meldenden, keine Fotos, keine Antworten. Meldungen heikler Kategorien bleiben draußen. Nummern und E-Mail-Adressen in den Worten werden unkenntlich gemacht, Namen nicht. Bitte vorher durchsehen.',
  from: 'Eingegangen ab',
  to: 'Eingegangen vor',
  speed: 'Tempo',
  speedHint: 'Bei 60-fach vergeht eine Stunde in einer Minute.',
  asItWas: 'Wie es war',
  times: '{speed}-fach',
  start: 'Abspielen beginnen',
  pause: 'Anhalten',
  goOn: 'Weiter',
  stop: 'Abspielen beenden',
  progress: 'Wie weit das Abspielen ist',
  progressWords: '{done} von {total} Meldungen',
  clock: 'Beim Abspielen ist es {at}.',
  states: { running: 'Läuft.', paused: 'Angehalten.', stopped: 'Vorzeitig beendet.', finished: 'Fertig.' },
  debrief: {
    title: 'Nachbesprechung',
    hint: 'Was seit Beginn des Abspielens daraus wurde, aus dem Journal.',
    received: 'Eingegangene Meldungen',
    looked: 'Angesehen',
    toLook: 'Zeit bis zum ersten Blick, in der Mitte',
    decided: 'Entschieden',
    toDecide: 'Zeit bis zur Entscheidung, in der Mitte',
    incidents: 'Eröffnete Vorfälle',
    duplicates: 'Als dasselbe erkannt',
    none: 'noch keine',
    seconds: '{count} s',
    minutes: '{count} min',
    hours: '{count} h',
  },
};
