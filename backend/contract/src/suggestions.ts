/** What the words of a report speak for, shown to responders as suggestions, and the lists of words behind it. */
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { Location } from './location.js';

export const wordKinds = ['category', 'priority'] as const;
export type WordKind = (typeof wordKinds)[number];

/** Words in one language that speak for a category or a priority. */
export class WordList {
  @IsIn(wordKinds)
  kind!: WordKind;

  /** Code of the category, or `high` or `critical`. */
  @IsString()
  @MaxLength(100)
  code!: string;

  /** One of the deployment's languages. */
  @IsString()
  @MaxLength(35)
  language!: string;

  /** A star stands for any beginning or ending; an entry that begins with a denial ("no water") finds all denials. */
  @IsArray()
  @ArrayMaxSize(300)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  words!: string[];
}

/** Lists that are not named stay as they are. */
export class PutWords {
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => WordList)
  items!: WordList[];
}

export interface WordListView {
  kind: WordKind;
  code: string;
  language: string;
  words: string[];
  /** What comes with Atesto; the list is put back by saving these. */
  shipped: string[];
}

export interface WordsView {
  version: number;
  items: WordListView[];
}

export const placeReasons = ['coordinates', 'name', 'spelling', 'near', 'between', 'direction', 'region'] as const;
export type PlaceReason = (typeof placeReasons)[number];

/** Each with the words of the report that speak for it. */
export type Suggestion =
  | { kind: 'category'; category: string; said: string[] }
  | { kind: 'priority'; priority: 'high' | 'critical'; said: string[] }
  | {
      kind: 'place';
      location: Location;
      /** As the list of places writes it, or the notation as it stands. */
      name: string;
      confidence: 'certain' | 'doubtful';
      reason: PlaceReason;
      said: string[];
    };

export interface SuggestionsView {
  items: Suggestion[];
}
