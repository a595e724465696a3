/** The door of the suggestions. */
export { ReportMarkRow } from './duplicates/report-marks.entity.js';
export { AreaNames } from './places/area-names.js';
export type { PlaceInWords } from './places/place-in-words.js';
export { placesInWords } from './places/places-in-words.js';
export { SuggestionWordsRow } from './suggestion-words.entity.js';
export { SuggestionsModule } from './suggestions.module.js';
export { WordsReader, type ReadWords } from './words-reader.js';
