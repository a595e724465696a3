import type { ReplyTexts } from './en.js';

export const fr: ReplyTexts = {
  received: (link) => `Merci, votre signalement est arrivé. La suite : ${link}`,
  where: (link) => `Merci, votre signalement est arrivé. Où est-ce ? Répondez avec la rue et la ville. ${link}`,
  noted: 'Merci, le lieu est noté.',
  stopped: 'Vous ne recevrez plus de messages de nous. START les rétablit.',
  started: 'Vous recevrez à nouveau nos messages. STOP les arrête.',
};
