/** What a phone shows when something became of its report: plain words, no word of the report itself. */
import type { PushPayload } from '@atesto/contract';

type PushTexts = Record<PushPayload['kind'], { title: string; body: string }>;

const en: PushTexts = {
  asked: { title: 'We have a question', body: 'About your report. Touch here to answer.' },
  verified: { title: 'Your report was confirmed', body: 'Thank you: it helps others.' },
  rejected: { title: 'Your report was looked at', body: 'Touch here to see what became of it.' },
  resolved: { title: 'It is over', body: 'What you reported has been taken care of.' },
};

const de: PushTexts = {
  asked: { title: 'Wir haben eine Frage', body: 'Zu Ihrer Meldung. Tippen Sie hier, um zu antworten.' },
  verified: { title: 'Ihre Meldung wurde bestätigt', body: 'Danke: Sie hilft anderen.' },
  rejected: { title: 'Ihre Meldung wurde angesehen', body: 'Tippen Sie hier, um zu sehen, was daraus wurde.' },
  resolved: { title: 'Es ist vorbei', body: 'Um das, was Sie gemeldet haben, hat sich jemand gekümmert.' },
};

const fr: PushTexts = {
  asked: { title: 'Nous avons une question', body: 'À propos de votre signalement. Touchez ici pour répondre.' },
  verified: { title: 'Votre signalement est confirmé', body: 'Merci : il aide les autres.' },
  rejected: { title: 'Votre signalement a été examiné', body: 'Touchez ici pour voir ce qu’il est devenu.' },
  resolved: { title: 'C’est terminé', body: 'Quelqu’un s’est occupé de ce que vous avez signalé.' },
};

const es: PushTexts = {
  asked: { title: 'Tenemos una pregunta', body: 'Sobre su aviso. Toque aquí para responder.' },
  verified: { title: 'Su aviso fue confirmado', body: 'Gracias: ayuda a otras personas.' },
  rejected: { title: 'Su aviso fue revisado', body: 'Toque aquí para ver qué pasó con él.' },
  resolved: { title: 'Ya terminó', body: 'Alguien se ocupó de lo que usted avisó.' },
};

const ar: PushTexts = {
  asked: { title: 'لدينا سؤال', body: 'عن بلاغكم. للرد، انقروا هنا.' },
  verified: { title: 'تأكدنا من بلاغكم', body: 'شكرًا: إنه يساعد الآخرين.' },
  rejected: { title: 'نظرنا في بلاغكم', body: 'لمعرفة ما حدث له، انقروا هنا.' },
  resolved: { title: 'انتهى الأمر', body: 'تمت معالجة ما أبلغتم عنه.' },
};

const languages: Record<string, PushTexts> = { en, de, fr, es, ar };

/** `language` is a BCP 47 tag; English for one that we do not have. */
export function pushTextsIn(language: string): PushTexts {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languages, primary) ? (languages[primary] ?? en) : en;
}
