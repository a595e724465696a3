import type { UssdTexts } from './en.js';

export const ht: UssdTexts = {
  name: 'Kreyòl',
  kind: 'De kisa li ye?',
  other: 'Lòt bagay',
  more: 'Plis',
  words: 'Kisa ki pase, kisa ou bezwen? Ekri kèk mo.',
  place: 'Ki kote sa ye? Ri ak vil, oswa yon kote moun konnen toupre.',
  thanks: 'Mèsi, nou resevwa rapò ou a.',
  emergency: (number) => `Si ou an danje, rele ${number}.`,
};
