import type { TelegramTexts } from './en.js';

export const ht: TelegramTexts = {
  greeting: (map) =>
    `Isit la se ${map}. Ekri sa ki pase ak ki kote, epi voye foto oswa pozisyon ou si ou kapab. Chak mesaj rive jwenn moun k ap ede.`,
  emergency: (number) => `Si yon moun an danje, rele ${number}.`,
  sendPosition: 'Voye pozisyon mwen',
};
