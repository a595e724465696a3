import type { UssdTexts } from './en.js';

export const ar: UssdTexts = {
  name: 'العربية',
  kind: 'ما الموضوع؟',
  other: 'شيء آخر',
  more: 'المزيد',
  words: 'ماذا حدث وما المطلوب؟ اكتب بضع كلمات.',
  place: 'أين المكان؟ الشارع والمدينة أو مكان معروف.',
  thanks: 'شكرًا، وصلنا بلاغك.',
  emergency: (number) => `عند الخطر اتصل بـ ${number}.`,
};
