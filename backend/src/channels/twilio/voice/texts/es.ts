import type { VoiceTexts } from './en.js';

export const es: VoiceTexts = {
  choose: (key) => `Para español, pulse ${key}.`,
  greeting: (name) => `Hola. Aquí puede contar lo que ha pasado. ${name}.`,
  emergency: (number) => `Si está en peligro, cuelgue y llame al ${number}.`,
  kind: '¿De qué se trata?',
  press: (name, key) => `${name}: pulse ${key}.`,
  otherwise: 'Para cualquier otra cosa, pulse 0.',
  record:
    'Lo que diga ahora se graba, para que los equipos de ayuda puedan oírlo. Después del tono, diga qué ha pasado, dónde es y qué hace falta. Al terminar, pulse la tecla almohadilla o cuelgue.',
  thanks: 'Gracias. Tenemos su aviso. Adiós.',
  withoutWords: 'Llamada sin palabras',
  question: (name) => `Hola. Usted llamó a: ${name}. Hay una pregunta sobre su aviso.`,
  answer:
    'Para responder, hable después del tono. Lo que diga se graba, para que los equipos de ayuda puedan oírlo. Al terminar, pulse la tecla almohadilla o cuelgue.',
  spokenAnswer: 'Respuesta de voz; véase la grabación',
};
