/** The words of alerts in this language: es. */
import type { AlertTexts } from './en.js';

export const es: AlertTexts = {
  news: { public: 'Nuevo', high: 'Ahora grave', critical: 'Ahora crítico', resolved: 'Terminado' },
  severities: { low: 'leve', normal: 'normal', high: 'grave', critical: 'crítico' },
  comma: ', ',
  noCategory: 'sin categoría',
  many: '{count} incidentes',
  more: 'y {count} más',
  why: 'Recibe este mensaje porque lo pidió para esta dirección.',
  stop: 'Terminar',
  fromResponders: 'Enviado por los equipos de respuesta. Todos sus mensajes:',
  question: '{deployment}: confirme sus alertas',
  asked: 'Alguien, quizá usted, pidió recibir en esta dirección las alertas de {deployment}:',
  press: 'Para recibirlas, abra esta página y pulse el botón:',
  ignore: 'Si no lo pidió, no haga nada: su dirección se borra en un plazo de 48 horas.',
  code: '{deployment}: su código para las alertas es {code}. Si no lo pidió, no haga nada.',
  around: 'A menos de {distance} de {place}',
  everywhere: 'Todo {deployment}',
  drawn: 'La zona que dibujó',
  allCategories: 'Todas las categorías',
  atLeast: 'Como mínimo: {severity}',
  feed: '{deployment}: alertas',
};
