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
};
