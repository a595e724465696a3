import type { UssdTexts } from './en.js';

export const de: UssdTexts = {
  name: 'Deutsch',
  kind: 'Worum geht es?',
  other: 'Etwas anderes',
  more: 'Mehr',
  words: 'Was ist passiert, was wird gebraucht? Schreiben Sie ein paar Worte.',
  place: 'Wo ist das? Straße und Ort, oder was in der Nähe bekannt ist.',
  thanks: 'Danke, Ihre Meldung ist da.',
  emergency: (number) => `In Gefahr: ${number} anrufen.`,
};
