/** The questions of the form, a language each; the app shows all of them and lets people choose. */
import type { Deployment } from '../../deployments/index.js';

export interface FormTexts {
  text: string;
  textHint: string;
  category: string;
  place: string;
  placeHint: string;
  location: string;
  locationHint: string;
  observed: string;
  photo: string;
  anotherPhoto: string;
  name: string;
  phone: string;
  contactHint: string;
}

const en: FormTexts = {
  text: 'What do you see? What is needed?',
  textHint: 'For example: how many people, what is blocked, since when.',
  category: 'What is it about?',
  place: 'Where is it, in words?',
  placeHint: 'Street, town, what stands nearby.',
  location: 'Position',
  locationHint: 'Stand where it is, in the open, if that is safe.',
  observed: 'When was it seen?',
  photo: 'Photo',
  anotherPhoto: 'Another photo',
  name: 'Whom can we ask? Name',
  phone: 'Phone number',
  contactHint: 'May be left out. Only the responders see it, and it is erased later.',
};

const de: FormTexts = {
  text: 'Was sehen Sie? Was wird gebraucht?',
  textHint: 'Zum Beispiel: wie viele Menschen, was ist versperrt, seit wann.',
  category: 'Worum geht es?',
  place: 'Wo ist das, in Worten?',
  placeHint: 'Straße, Ort, was in der Nähe steht.',
  location: 'Position',
  locationHint: 'Stellen Sie sich dorthin, unter freien Himmel, wenn das sicher ist.',
  observed: 'Wann wurde es gesehen?',
  photo: 'Foto',
  anotherPhoto: 'Noch ein Foto',
  name: 'Wen können wir fragen? Name',
  phone: 'Telefonnummer',
  contactHint: 'Kann leer bleiben. Nur die Helfenden sehen es, und es wird später gelöscht.',
};

const fr: FormTexts = {
  text: 'Que voyez-vous ? De quoi a-t-on besoin ?',
  textHint: 'Par exemple : combien de personnes, ce qui est bloqué, depuis quand.',
  category: 'De quoi s’agit-il ?',
  place: 'Où est-ce, en quelques mots ?',
  placeHint: 'Rue, ville, ce qui se trouve à côté.',
  location: 'Position',
  locationHint: 'Placez-vous sur les lieux, à ciel ouvert, si c’est sans danger.',
  observed: 'Quand l’a-t-on vu ?',
  photo: 'Photo',
  anotherPhoto: 'Une autre photo',
  name: 'À qui poser nos questions ? Nom',
  phone: 'Numéro de téléphone',
  contactHint: 'Facultatif. Seuls les intervenants le voient, et il est effacé plus tard.',
};

const es: FormTexts = {
  text: '¿Qué ve? ¿Qué hace falta?',
  textHint: 'Por ejemplo: cuántas personas, qué está bloqueado, desde cuándo.',
  category: '¿De qué se trata?',
  place: '¿Dónde es, en palabras?',
  placeHint: 'Calle, localidad, qué hay cerca.',
  location: 'Posición',
  locationHint: 'Póngase en el lugar, al aire libre, si es seguro.',
  observed: '¿Cuándo se vio?',
  photo: 'Foto',
  anotherPhoto: 'Otra foto',
  name: '¿A quién podemos preguntar? Nombre',
  phone: 'Número de teléfono',
  contactHint: 'Puede quedar vacío. Solo lo ven los equipos de respuesta y después se borra.',
};

const ar: FormTexts = {
  text: 'ماذا ترى؟ ما المطلوب؟',
  textHint: 'مثلًا: كم عدد الأشخاص، ما المسدود، منذ متى.',
  category: 'ما الموضوع؟',
  place: 'أين المكان، بالكلمات؟',
  placeHint: 'الشارع، المدينة، ما يوجد بالقرب.',
  location: 'الموقع',
  locationHint: 'قف في المكان، تحت السماء المفتوحة، إن كان ذلك آمنًا.',
  observed: 'متى شوهد ذلك؟',
  photo: 'صورة',
  anotherPhoto: 'صورة أخرى',
  name: 'من يمكننا أن نسأل؟ الاسم',
  phone: 'رقم الهاتف',
  contactHint: 'يمكن تركه فارغًا. لا يراه إلا المستجيبون، ويُمحى لاحقًا.',
};

const catalogues: Record<string, FormTexts> = { en, de, fr, es, ar };

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** English where a language is not spoken here: the names of the categories are in it all the same. */
export const formTextsIn = (language: string): FormTexts => catalogues[base(language)] ?? en;

/** Under the category above it, where there is one, so that a long list explains itself. */
export function categoryLabel(deployment: Deployment, id: string, language: string): string {
  const node = deployment.categoryById(id);
  if (node === null) return '';
  const { names, parentId, code } = node;
  const [first = 'en'] = deployment.languages;
  const own =
    names[language] ?? names[base(language)] ?? names[first] ?? names['en'] ?? Object.values(names)[0] ?? code;
  return parentId === null ? own : `${categoryLabel(deployment, parentId, language)} › ${own}`;
}

/** As its speakers call it, with its tag, which is how the app tells languages apart. */
export function languageLabel(tag: string): string {
  const name = new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
  return `${name} (${tag})`;
}
