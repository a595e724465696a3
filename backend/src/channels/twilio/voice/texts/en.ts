export interface VoiceTexts {
  /** Said in this language among others: which key chooses it. */
  choose: (key: number) => string;
  greeting: (name: string) => string;
  emergency: (number: string) => string;
  kind: string;
  press: (name: string, key: number) => string;
  otherwise: string;
  record: string;
  thanks: string;
  /** A report's words where somebody called and said none. */
  withoutWords: string;
  /** To somebody who is called back. */
  question: (name: string) => string;
  answer: string;
  /** In the conversation, where the answer itself is a recording. */
  spokenAnswer: string;
}

export const en: VoiceTexts = {
  choose: (key) => `For English, press ${key}.`,
  greeting: (name) => `Hello. Here you can tell what happened. ${name}.`,
  emergency: (number) => `If you are in danger, hang up and call ${number}.`,
  kind: 'What is it about?',
  press: (name, key) => `${name}: press ${key}.`,
  otherwise: 'For anything else, press 0.',
  record:
    'What you say now is recorded, so that helpers can hear it. After the tone, say what happened, where it is, and what is needed. When you are done, press the hash key or hang up.',
  thanks: 'Thank you. We have your report. Goodbye.',
  withoutWords: 'Call without words',
  question: (name) => `Hello. You called ${name}. There is a question about your report.`,
  answer:
    'To answer, speak after the tone. What you say is recorded, so that helpers can hear it. When you are done, press the hash key or hang up.',
  spokenAnswer: 'Answered by voice; see the recording',
};
