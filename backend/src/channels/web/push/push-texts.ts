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
  asked: { title: 'Wir haben eine Frage', body: 'Zu deiner Meldung. Tippe hier, um zu antworten.' },
  verified: { title: 'Deine Meldung wurde bestätigt', body: 'Danke: Sie hilft anderen.' },
  rejected: { title: 'Deine Meldung wurde angesehen', body: 'Tippe hier, um zu sehen, was daraus wurde.' },
  resolved: { title: 'Es ist vorbei', body: 'Um das, was du gemeldet hast, hat sich jemand gekümmert.' },
};

const fr: PushTexts = {
  asked: { title: 'Nous avons une question', body: 'À propos de votre signalement. Touchez ici pour répondre.' },
  verified: { title: 'Votre signalement est confirmé', body: 'Merci : il aide les autres.' },
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
  asked: { title: 'لدينا سؤال', body: 'بخصوص بلاغك. المس هنا للإجابة.' },
  verified: { title: 'تم تأكيد بلاغك', body: 'شكرًا لك: بلاغك يساعد الآخرين.' },
  rejected: { title: 'تمت مراجعة بلاغك', body: 'المس هنا لترى ماذا حدث له.' },
  resolved: { title: 'انتهى الأمر', body: 'تم التعامل مع ما أبلغت عنه.' },
};

const languages: Record<string, PushTexts> = { en, de, fr, es, ar };

/** `language` is a BCP 47 tag; English for one that we do not have. */
export function pushTextsIn(language: string): PushTexts {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languages, primary) ? (languages[primary] ?? en) : en;
}
