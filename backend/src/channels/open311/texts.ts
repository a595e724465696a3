/** What apps show of the state of a request, a language each, and the service of what fits no category. */
import type { IncidentStatus, ReportStatus } from '@atesto/contract';

export interface Open311Texts {
  /** Of a request that nobody may read yet. */
  report: Record<ReportStatus, string>;
  incident: Record<IncidentStatus, string>;
  unsure: string;
}

const en: Open311Texts = {
  report: {
    new: 'Received, not looked at yet.',
    in_review: 'Somebody is looking at it.',
    needs_info: 'There is a question about it on its page.',
    verified: 'Looked at and confirmed.',
    rejected: 'Looked at and closed.',
  },
  incident: { open: 'Confirmed.', responding: 'Being worked on.', resolved: 'Over.' },
  unsure: 'I am not sure',
};

const de: Open311Texts = {
  report: {
    new: 'Angekommen, noch nicht angesehen.',
    in_review: 'Wird gerade angesehen.',
    needs_info: 'Auf der Seite der Meldung steht eine Frage dazu.',
    verified: 'Angesehen und bestätigt.',
    rejected: 'Angesehen und geschlossen.',
  },
  incident: { open: 'Bestätigt.', responding: 'In Arbeit.', resolved: 'Vorbei.' },
  unsure: 'Ich bin nicht sicher',
};

const fr: Open311Texts = {
  report: {
    new: 'Reçu, pas encore examiné.',
    in_review: 'En cours d’examen.',
    needs_info: 'Une question vous attend sur sa page.',
    verified: 'Examiné et confirmé.',
    rejected: 'Examiné et clos.',
  },
  incident: { open: 'Confirmé.', responding: 'En cours de traitement.', resolved: 'Terminé.' },
  unsure: 'Je ne sais pas',
};

const es: Open311Texts = {
  report: {
    new: 'Recibido, aún sin revisar.',
    in_review: 'En revisión.',
    needs_info: 'Hay una pregunta en su página.',
    verified: 'Revisado y confirmado.',
    rejected: 'Revisado y cerrado.',
  },
  incident: { open: 'Confirmado.', responding: 'Se está atendiendo.', resolved: 'Resuelto.' },
  unsure: 'No estoy seguro',
};

const ar: Open311Texts = {
  report: {
    new: 'وصل ولم يُنظر فيه بعد.',
    in_review: 'يجري النظر فيه.',
    needs_info: 'يوجد سؤال على صفحته.',
    verified: 'نُظر فيه وتأكّد.',
    rejected: 'نُظر فيه وأُغلق.',
  },
  incident: { open: 'مؤكَّد.', responding: 'يجري العمل عليه.', resolved: 'انتهى.' },
  unsure: 'لست متأكدًا',
};

const catalogues: Record<string, Open311Texts> = { en, de, fr, es, ar };

export const textsIn = (language: string): Open311Texts => catalogues[language.split('-')[0] ?? ''] ?? en;

/** The first of the deployment's languages that the caller reads, or its own first one. */
export function languageFor(acceptLanguage: string | undefined, languages: readonly string[]): string {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
  const spoken = wanted.flatMap((tag) => {
    const base = tag.split('-')[0] ?? '';
    return languages.find((known) => known.toLowerCase() === tag || known.split('-')[0] === base) ?? [];
  });
  return spoken[0] ?? languages[0] ?? 'en';
}
