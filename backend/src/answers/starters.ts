/** Ready answers that come with Atesto, for deployments that have none of their own. Pure. */
import type { ReadyAnswer } from '@atesto/contract';

const texts: Record<string, readonly [title: string, text: string][]> = {
  en: [
    [
      'Where exactly?',
      'Thank you for your report. Where exactly is it? A street, a house number or something that stands nearby helps us.',
    ],
    ['How many people?', 'How many people are there, and is anybody hurt?'],
    ['Still so?', 'Is it still as you told us about {place}? Please answer in a few words.'],
    ['A photo', 'Can you send us a photo? Only if you are safe.'],
    ['Help is on its way', 'Thank you. We have passed on your report about {place}. Please stay where you are safe.'],
  ],
  de: [
    [
      'Wo genau?',
      'Danke für Ihre Meldung. Wo genau ist das? Eine Straße, eine Hausnummer oder etwas, das in der Nähe steht, hilft uns.',
    ],
    ['Wie viele Menschen?', 'Wie viele Menschen sind dort, und ist jemand verletzt?'],
    [
      'Noch immer so?',
      'Ist es noch so, wie Sie es über {place} gemeldet haben? Bitte antworten Sie mit ein paar Worten.',
    ],
    ['Ein Foto', 'Können Sie uns ein Foto schicken? Nur, wenn Sie in Sicherheit sind.'],
    [
      'Hilfe ist unterwegs',
      'Danke. Wir haben Ihre Meldung über {place} weitergegeben. Bitte bleiben Sie, wo Sie sicher sind.',
    ],
  ],
  fr: [
    [
      'Où exactement ?',
      'Merci pour votre message. Où est-ce exactement ? Une rue, un numéro ou un lieu connu tout près nous aide.',
    ],
    ['Combien de personnes ?', 'Combien de personnes sont là, et y a-t-il des blessés ?'],
    ['Toujours ainsi ?', 'La situation est-elle toujours la même à {place} ? Répondez-nous en quelques mots.'],
    ['Une photo', 'Pouvez-vous nous envoyer une photo ? Seulement si vous êtes en sécurité.'],
    ['L’aide arrive', 'Merci. Nous avons transmis votre message sur {place}. Restez là où vous êtes en sécurité.'],
  ],
  es: [
    [
      '¿Dónde exactamente?',
      'Gracias por su aviso. ¿Dónde es exactamente? Una calle, un número o algo conocido cerca nos ayuda.',
    ],
    ['¿Cuántas personas?', '¿Cuántas personas hay allí, y hay alguien herido?'],
    ['¿Sigue igual?', '¿Sigue todo igual en {place}? Respóndanos con pocas palabras.'],
    ['Una foto', '¿Puede enviarnos una foto? Solo si está a salvo.'],
    ['La ayuda está en camino', 'Gracias. Hemos pasado su aviso sobre {place}. Quédese donde esté a salvo.'],
  ],
  ar: [
    ['أين بالضبط؟', 'شكرًا على بلاغك. أين المكان بالضبط؟ يفيدنا اسم شارع أو رقم بيت أو شيء معروف بالقرب منه.'],
    ['كم عدد الناس؟', 'كم شخصًا هناك؟ وهل هناك مصابون؟'],
    ['هل ما زال الوضع كذلك؟', 'هل ما زال الوضع كما أخبرتنا عن {place}؟ أجبنا بكلمات قليلة من فضلك.'],
    ['صورة', 'هل يمكنك أن ترسل إلينا صورة؟ فقط إذا كنت في أمان.'],
    ['المساعدة في الطريق', 'شكرًا. لقد نقلنا بلاغك عن {place}. ابقَ حيث تكون في أمان.'],
  ],
};

/** In the languages of the deployment; in English where it has none of these. */
export function startersFor(languages: readonly string[]): ReadyAnswer[] {
  const known = languages.filter((language) => texts[language] !== undefined);
  return (known.length === 0 ? ['en'] : known).flatMap((language) =>
    (texts[language] ?? []).map(([title, text]) => ({ language, title, text })),
  );
}
