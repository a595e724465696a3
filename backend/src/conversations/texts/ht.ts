import type { ReplyTexts } from './en.js';

export const ht: ReplyTexts = {
  received: (link) => `Mèsi, nou resevwa rapò ou a. Swiv li isit la: ${link}`,
  where: (link) => `Mèsi, nou resevwa rapò ou a. Ki kote sa ye? Reponn ak ri a ak vil la. ${link}`,
  noted: 'Mèsi, nou note kote a.',
  stopped: 'Ou p ap resevwa mesaj nan men nou ankò. Voye START pou yo tounen.',
  started: 'Ou pral resevwa mesaj nou yo ankò. Voye STOP pou yo sispann.',
};
