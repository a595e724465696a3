import type { TelegramTexts } from './en.js';

export const id: TelegramTexts = {
  greeting: (map) =>
    `Ini ${map}. Tulis apa yang terjadi dan di mana, dan kirim foto atau lokasi Anda jika bisa. Setiap pesan sampai ke orang yang membantu.`,
  emergency: (number) => `Jika ada yang dalam bahaya, hubungi ${number}.`,
  sendPosition: 'Kirim lokasi saya',
};
