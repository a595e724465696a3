export interface ReplyTexts {
  received: (link: string) => string;
  where: (link: string) => string;
  noted: string;
  stopped: string;
  started: string;
}

export const en: ReplyTexts = {
  received: (link) => `Thank you, we have your report. What becomes of it: ${link}`,
  where: (link) => `Thank you, we have your report. Where is it? Please answer with street and town. ${link}`,
  noted: 'Thank you, we have the place.',
  stopped: 'You will get no more messages from us. START brings them back.',
  started: 'You will get our messages again. STOP ends them.',
};
