import type { ReplyTexts } from './en.js';

export const id: ReplyTexts = {
  received: (link) => `Terima kasih, laporan Anda sudah kami terima. Kelanjutannya: ${link}`,
  where: (link) => `Terima kasih, laporan Anda sudah kami terima. Di mana? Balas dengan nama jalan dan kota. ${link}`,
  noted: 'Terima kasih, lokasinya sudah kami catat.',
  stopped: 'Anda tidak akan menerima pesan kami lagi. Kirim START untuk menerimanya kembali.',
  started: 'Anda akan menerima pesan kami lagi. Kirim STOP untuk berhenti.',
};
