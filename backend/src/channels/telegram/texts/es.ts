import type { TelegramTexts } from './en.js';

export const es: TelegramTexts = {
  greeting: (map) =>
    `Aquí ${map}. Escriba qué pasa y dónde, y envíe fotos o su ubicación si puede. Cada mensaje llega a personas que ayudan.`,
  emergency: (number) => `Si alguien está en peligro, llame al ${number}.`,
  sendPosition: 'Enviar mi ubicación',
};
