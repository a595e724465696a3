/** All the words and formats that the parts of a situation report need, in one language. Pure. */
import type { SituationState } from '@atesto/contract';
import { catalogues, type Language, type Texts as MapTexts } from '../../../map/texts/index.js';
import { formatsIn, nameIn, pluralIn, type PluralForms } from '../../../shared/i18n.js';
import { situationTextsIn, type SituationTexts } from '../../texts/situation/index.js';

export interface SituationWords {
  language: string;
  t: SituationTexts;
  /** The vocabulary of the map: severities, states, how sure. */
  map: MapTexts;
  number: (value: number) => string;
  /** In UTC, and says so. */
  time: (instant: string) => string;
  plural: (count: number, forms: PluralForms) => string;
  category: (code: string | null) => string;
  metres: (metres: number) => string;
}

const kilometre = 1000;

export function situationWords(
  language: string,
  categories: SituationState['categories'],
  fallbacks: readonly string[],
): SituationWords {
  const t = situationTextsIn(language);
  // Days before months, and 24 hours: papers travel between countries.
  const { number, dateTime } = formatsIn(language === 'en' ? 'en-GB' : language, 'UTC');
  const unit = (value: number, name: 'meter' | 'kilometer'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, numberingSystem: 'latn' }).format(value);
  return {
    language,
    t,
    map: catalogues[language as Language] ?? catalogues.en,
    number,
    // Apart from the letters around it, which may run the other way.
    time: (instant) => `\u2068${dateTime(instant)} UTC\u2069`,
    plural: pluralIn(language),
    category(code) {
      const names = code === null ? undefined : categories[code];
      return names === undefined ? (code ?? t.noCategory) : nameIn(names, language, fallbacks);
    },
    metres: (metres) => (metres < kilometre ? unit(metres, 'meter') : unit(metres / kilometre, 'kilometer')),
  };
}

/** How long a bar of the timeline is, in the largest unit that is whole. */
export function lengthOf(minutes: number, { t, plural }: Pick<SituationWords, 't' | 'plural'>): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, t.days);
  return minutes % 60 === 0 ? plural(minutes / 60, t.hours) : plural(minutes, t.minutes);
}
