import type { UssdTexts } from './en.js';

export const es: UssdTexts = {
  name: 'Español',
  kind: '¿De qué se trata?',
  other: 'Otra cosa',
  more: 'Más',
  words: '¿Qué pasa y qué se necesita? Escriba unas palabras.',
  place: '¿Dónde es? Calle y lugar, o un sitio conocido cerca.',
  thanks: 'Gracias, recibimos su aviso.',
  emergency: (number) => `En peligro llame al ${number}.`,
};
