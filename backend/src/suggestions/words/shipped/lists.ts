/** What a language ships: for each subject its entries, with commas between them, as a coordinator would write them. */
export type ShippedSubject =
  | 'category:medical'
  | 'category:trapped'
  | 'category:missing'
  | 'category:fire'
  | 'category:flood'
  | 'category:collapse'
  | 'category:road'
  | 'category:water'
  | 'category:food'
  | 'category:shelter'
  | 'category:power'
  | 'category:security'
  | 'priority:critical'
  | 'priority:high';

export type ShippedLists = Record<ShippedSubject, string>;
