import type { ReplyTexts } from './en.js';

export const ar: ReplyTexts = {
  received: (link) => `شكرًا، وصلنا بلاغك. تابعه هنا: ${link}`,
  where: (link) => `شكرًا، وصلنا بلاغك. أين المكان؟ أرسل الشارع والمدينة. ${link}`,
  noted: 'شكرًا، سجّلنا المكان.',
  stopped: 'لن تصلك رسائل منا بعد الآن. أرسل START لتعود.',
  started: 'ستصلك رسائلنا من جديد. أرسل STOP لإيقافها.',
};
