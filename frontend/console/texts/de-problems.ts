/** Was nicht ging, auf Deutsch: nach dem Status und, wo der Server die Art sagt, nach der. */
import type { problem as english } from './en-problems.js';

export const problem: typeof english = {
  unreachable: 'Keine Verbindung zum Server. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
  forbidden: 'Dazu haben Sie hier nicht das Recht.',
  notFound: 'Das gibt es hier nicht, oder es ist nicht für Sie bestimmt.',
  conflict: 'Das geht jetzt nicht: {detail}',
  stale: 'Inzwischen hat das jemand anderes geändert.',
  tooMany: 'Zu viele Versuche. Warten Sie kurz und versuchen Sie es noch einmal.',
  invalid: 'Im Formular stimmt etwas noch nicht.',
  fault: 'Der Server hatte einen Fehler. Es wurde nichts geändert; versuchen Sie es noch einmal.',
  other: 'Es hat nicht geklappt: {detail}',
  /** By the last part of the type of the problem. */
  kinds: {
    'held-by-other': 'Jemand anderes bearbeitet diese Meldung.',
    'transition-not-allowed': 'Der Status lässt es nicht mehr zu.',
    quarantined: 'Diese Meldung ist in Quarantäne. Lassen Sie sie zuerst zu.',
    'merged-away': 'Dieses Ereignis ist in einem anderen aufgegangen; nehmen Sie jenes.',
    'merge-with-itself': 'Ein Ereignis lässt sich nicht mit sich selbst zusammenführen.',
    'none-would-stay': 'Wenigstens eine Meldung muss bei dem Ereignis bleiben.',
    'bulk-refused': 'Einige dieser Meldungen lassen es nicht zu, darum wurde nichts getan.',
    'not-all': 'Einige dieser Meldungen gehen nicht, darum wurde nichts geändert.',
    'not-yours':
      'Einiges davon liegt nicht mehr bei Ihnen. Sehen Sie Ihre Arbeit noch einmal an; es wurde nichts übergeben.',
    'own-incident':
      'Wer ein Ereignis angelegt oder eine Meldung davon bestätigt hat, kann es nicht als zweite Person bestätigen.',
    'seconded-already': 'Sie haben dieses Ereignis schon als zweite Person bestätigt.',
    'offer-in-use': 'Eine Aufgabe nutzt dieses Angebot. Brechen Sie zuerst die Aufgabe ab.',
    'offer-gone': 'Es wurde inzwischen vergeben, beendet oder zurückgezogen.',
    'other-kind': 'Was angeboten ist, ist nicht, was gebraucht wird.',
    'nothing-left': 'Dieser Bedarf ist schon ganz gedeckt oder zugesagt.',
    'id-taken':
      'Was Sie zuvor gesendet haben, ist angekommen und sagt etwas anderes. Schließen Sie dies und sehen Sie in die Liste.',
    'not-a-recording': 'Niedergeschrieben wird nur, was in einer Aufnahme gesagt wird.',
    'not-undoable': 'Das lässt sich nicht zurücknehmen.',
    'nothing-to-undo': 'Das hat nichts geändert, was sich zurücknehmen ließe.',
    'not-sent': 'Der Code konnte nicht gesendet werden: kein Kanal nahm die Nachricht an.',
    'no-exercise': 'Nachspielen geht nur in einer Übung.',
    'replay-goes-on': 'Es wird schon nachgespielt. Halten Sie das an, bevor Neues beginnt.',
    'replay-over': 'Das Nachspielen ist zu Ende. Beginnen Sie ein neues.',
    exercise: 'Aus einer Übung geht nichts hinaus.',
    'file-too-large': 'Die Datei ist zu groß. Formen dürfen 10 MB haben, Kachelarchive 200 MB.',
    'unfit-file': 'Die Datei ist nicht verwendbar. Sie muss Orte in Grad (WGS 84) oder Kacheln enthalten.',
    'too-many-webhooks': 'Ein Einsatz hat höchstens 20 Webhooks. Entfernen Sie zuerst einige.',
    'webhook-off': 'Er ist ausgeschaltet. Schalten Sie ihn zuerst ein.',
    'too-many-overlays': 'Auf einer Karte liegen höchstens 50 Ebenen. Entfernen Sie zuerst einige.',
  },
};
