import type { VoiceTexts } from './en.js';

export const fr: VoiceTexts = {
  choose: (key) => `Pour le français, appuyez sur ${key}.`,
  greeting: (name) => `Bonjour. Vous pouvez dire ici ce qui s’est passé. ${name}.`,
  emergency: (number) => `Si vous êtes en danger, raccrochez et appelez le ${number}.`,
  kind: 'De quoi s’agit-il ?',
  press: (name, key) => `${name} : appuyez sur ${key}.`,
  otherwise: 'Pour toute autre chose, appuyez sur 0.',
  record:
    'Ce que vous dites maintenant est enregistré, pour que les secours puissent l’écouter. Après le signal, dites ce qui s’est passé, où c’est, et ce qu’il faut. À la fin, appuyez sur la touche dièse ou raccrochez.',
  thanks: 'Merci. Nous avons votre signalement. Au revoir.',
  withoutWords: 'Appel sans paroles',
  question: (name) => `Bonjour. Vous avez appelé : ${name}. Il y a une question sur votre signalement.`,
  answer:
    'Pour répondre, parlez après le signal. Ce que vous dites est enregistré, pour que les secours puissent l’écouter. À la fin, appuyez sur la touche dièse ou raccrochez.',
  spokenAnswer: 'Réponse orale ; voir l’enregistrement',
};
