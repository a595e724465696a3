import type { ReplyTexts } from './en.js';

export const de: ReplyTexts = {
  received: (link) => `Danke, Ihre Meldung ist da. Was daraus wird: ${link}`,
  where: (link) => `Danke, Ihre Meldung ist da. Wo ist das? Bitte antworten Sie mit Straße und Ort. ${link}`,
  noted: 'Danke, der Ort ist notiert.',
  stopped: 'Sie bekommen keine Nachrichten mehr von uns. Mit START kommen sie wieder.',
  started: 'Sie bekommen wieder Nachrichten von uns. STOP beendet sie.',
};
