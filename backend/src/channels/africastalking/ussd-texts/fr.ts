import type { UssdTexts } from './en.js';

export const fr: UssdTexts = {
  name: 'Français',
  kind: 'De quoi s’agit-il ?',
  other: 'Autre chose',
  more: 'Suite',
  words: 'Que se passe-t-il, que faut-il ? Écrivez quelques mots.',
  place: 'Où est-ce ? Rue et ville, ou un lieu connu tout près.',
  thanks: 'Merci, votre signalement est arrivé.',
  emergency: (number) => `En danger, appelez le ${number}.`,
};
