import type { TelegramTexts } from './en.js';

export const ar: TelegramTexts = {
  greeting: (map) => `هنا ${map}. اكتب ما حدث وأين، وأرسل صورًا أو موقعك إن أمكن. تصل كل رسالة إلى من يساعدون.`,
  emergency: (number) => `إذا كان أحد في خطر فاتصل بـ ${number}.`,
  sendPosition: 'إرسال موقعي',
};
