import type { TelegramTexts } from './en.js';

export const de: TelegramTexts = {
  greeting: (map) =>
    `Hier ist ${map}. Schreiben Sie, was passiert ist und wo, und schicken Sie Fotos oder Ihren Standort, wenn Sie können. Jede Nachricht erreicht Menschen, die helfen.`,
  emergency: (number) => `Ist jemand in Gefahr, rufen Sie ${number} an.`,
  sendPosition: 'Meinen Standort senden',
};
