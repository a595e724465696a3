import type { UssdTexts } from './en.js';

export const id: UssdTexts = {
  name: 'Indonesia',
  kind: 'Tentang apa?',
  other: 'Hal lain',
  more: 'Lainnya',
  words: 'Apa yang terjadi dan apa yang dibutuhkan? Tulis singkat.',
  place: 'Di mana? Nama jalan dan kota, atau tempat terkenal di dekatnya.',
  thanks: 'Terima kasih, laporan Anda sudah kami terima.',
  emergency: (number) => `Jika dalam bahaya, hubungi ${number}.`,
};
