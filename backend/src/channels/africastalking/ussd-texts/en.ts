export interface UssdTexts {
  /** The language's own name. */
  name: string;
  kind: string;
  other: string;
  more: string;
  words: string;
  place: string;
  thanks: string;
  emergency: (number: string) => string;
}

export const en: UssdTexts = {
  name: 'English',
  kind: 'What is it about?',
  other: 'Something else',
  more: 'More',
  words: 'What happened, and what is needed? Write a few words.',
  place: 'Where is it? Street and town, or a known place near it.',
  thanks: 'Thank you, we have your report.',
  emergency: (number) => `In danger call ${number}.`,
};
