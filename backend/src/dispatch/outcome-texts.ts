/** What reporters are asked when an incident is over, and why the public is told that it is, in their languages. */

interface OutcomeTexts {
  /** Without a title where its words are not for the reporter. */
  question: (title: string | null) => string;
  reason: string;
}

const named = (title: string | null, open: string, close: string): string =>
  title === null ? '' : ` (${open}${title}${close})`;

const texts: Record<string, OutcomeTexts> = {
  en: {
    question: (title) =>
      `What you reported${named(title, '“', '”')} is now marked as resolved: what was needed has arrived. Is that true? Please answer YES or NO.`,
    reason: 'What was needed has arrived.',
  },
  de: {
    question: (title) =>
      `Was Sie gemeldet haben${named(title, '„', '“')}, gilt jetzt als erledigt: was gebraucht wurde, ist da. Stimmt das? Bitte antworten Sie mit JA oder NEIN.`,
    reason: 'Was gebraucht wurde, ist da.',
  },
  fr: {
    question: (title) =>
      `Ce que vous avez signalé${named(title, '« ', ' »')} est maintenant marqué comme résolu : ce qu’il fallait est arrivé. Est-ce vrai ? Répondez OUI ou NON.`,
    reason: 'Ce qu’il fallait est arrivé.',
  },
  es: {
    question: (title) =>
      `Lo que usted comunicó${named(title, '«', '»')} figura ahora como resuelto: llegó lo que hacía falta. ¿Es verdad? Responda SÍ o NO.`,
    reason: 'Llegó lo que hacía falta.',
  },
  ar: {
    question: (title) =>
      `ما أبلغتم عنه${named(title, '«', '»')} سُجّل الآن على أنه انتهى: وصل ما كان مطلوباً. هل هذا صحيح؟ أجيبوا بنعم أو لا.`,
    reason: 'وصل ما كان مطلوباً.',
  },
};

/** In the first of the wished languages that there is, else in English. */
export function outcomeTextsIn(wishes: readonly (string | null)[]): OutcomeTexts {
  for (const wish of wishes) {
    const found = wish === null ? undefined : texts[wish.slice(0, 2).toLowerCase()];
    if (found !== undefined) return found;
  }
  return texts['en'] as OutcomeTexts;
}
