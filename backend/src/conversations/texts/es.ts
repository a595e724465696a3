import type { ReplyTexts } from './en.js';

export const es: ReplyTexts = {
  received: (link) => `Gracias, recibimos su aviso. Siga su estado: ${link}`,
  where: (link) => `Gracias, recibimos su aviso. ¿Dónde es? Responda con la calle y el lugar. ${link}`,
  noted: 'Gracias, anotamos el lugar.',
  stopped: 'No recibirá más mensajes nuestros. Con START vuelven.',
  started: 'Recibirá de nuevo nuestros mensajes. STOP los termina.',
};
