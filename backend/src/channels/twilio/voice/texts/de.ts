import type { VoiceTexts } from './en.js';

export const de: VoiceTexts = {
  choose: (key) => `Für Deutsch drücken Sie die ${key}.`,
  greeting: (name) => `Guten Tag. Hier können Sie melden, was geschehen ist. ${name}.`,
  emergency: (number) => `Wenn Sie in Gefahr sind, legen Sie auf und rufen Sie ${number} an.`,
  kind: 'Worum geht es?',
  press: (name, key) => `${name}: drücken Sie die ${key}.`,
  otherwise: 'Für alles andere drücken Sie die 0.',
  record:
    'Was Sie jetzt sagen, wird aufgenommen, damit Helfer es hören können. Sagen Sie nach dem Ton, was geschehen ist, wo es ist und was gebraucht wird. Drücken Sie am Ende die Rautetaste oder legen Sie auf.',
  thanks: 'Danke. Wir haben Ihre Meldung. Auf Wiederhören.',
  withoutWords: 'Anruf ohne Worte',
  question: (name) => `Guten Tag. Sie haben angerufen bei: ${name}. Es gibt eine Frage zu Ihrer Meldung.`,
  answer:
    'Um zu antworten, sprechen Sie nach dem Ton. Was Sie sagen, wird aufgenommen, damit Helfer es hören können. Drücken Sie am Ende die Rautetaste oder legen Sie auf.',
  spokenAnswer: 'Mündlich beantwortet; siehe die Aufnahme',
};
