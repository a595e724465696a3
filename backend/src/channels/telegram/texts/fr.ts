import type { TelegramTexts } from './en.js';

export const fr: TelegramTexts = {
  greeting: (map) =>
    `Vous êtes chez ${map}. Écrivez ce qui se passe et où, et envoyez des photos ou votre position si vous pouvez. Chaque message parvient à des gens qui aident.`,
  emergency: (number) => `Si quelqu’un est en danger, appelez le ${number}.`,
  sendPosition: 'Envoyer ma position',
};
