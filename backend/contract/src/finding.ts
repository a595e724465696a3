/** How responders narrow reports down. Lists are comma-separated: any of them matches. */
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Omittable } from './omittable.js';
import { channels, severities, type Instant } from './vocabulary.js';

const listOf = (words: readonly string[]): RegExp => new RegExp(`^(${words.join('|')})(,(${words.join('|')}))*$`);

const number = '-?\\d{1,3}(\\.\\d{1,17})?';
/** A ring of `lon,lat` with semicolons between; what it encloses is judged by the server. */
export const areaPattern = new RegExp(`^${number},${number}(;${number},${number}){2,199}$`);
export const longestArea = 10_000;

export const truth = ['true', 'false'];

export class ReportFilter {
  @IsOptional()
  @Matches(/^(new|in_review|needs_info|verified|rejected)(,(new|in_review|needs_info|verified|rejected))*$/)
  status?: string;

  /** Category codes; a parent includes its children. `none` finds those without one. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  category?: string;

  @IsOptional()
  @Matches(listOf(severities))
  priority?: string;

  @IsOptional()
  @Matches(listOf(channels))
  channel?: string;

  /** Language tags as they were given; `none` finds those without one. */
  @IsOptional()
  @Matches(/^[A-Za-z][A-Za-z0-9-]{0,34}(,[A-Za-z][A-Za-z0-9-]{0,34}){0,49}$/)
  language?: string;

  /** Whose it is, by claim or assignment: the id of a person or of an organisation, `me`, or `none`. */
  @IsOptional()
  @Matches(/^(me|none|[0-9a-fA-F-]{36})$/)
  assignee?: string;

  /** `west,south,east,north` in degrees; west may exceed east across the antimeridian. */
  @IsOptional()
  @Matches(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  bbox?: string;

  /** The corners of an area, `lon,lat;lon,lat;…`, at most 200; its edges may not cross or touch. */
  @IsOptional()
  @MaxLength(longestArea)
  @Matches(areaPattern)
  area?: string;

  /**
   * Words to be found in text, place, what reporters wrote later and what was written down of recordings, in any script;
   * the last one may be unfinished. Also an incident's number (`#12`) or a report's id.
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** The name, phone number, address or handle of the reporter. Needs `reporters.read`; what it finds is journalled. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reporter?: string;

  /** At or after. */
  @IsOptional()
  @IsISO8601()
  from?: string;

  /** Before. */
  @IsOptional()
  @IsISO8601()
  to?: string;

  /** Which time `from` and `to` speak of; when nobody said when they saw it, it counts as received. */
  @IsOptional()
  @IsIn(['received', 'observed'])
  time?: 'received' | 'observed';

  @IsOptional()
  @IsIn(truth)
  located?: string;

  /** Whether photos or recordings came with it. */
  @IsOptional()
  @IsIn(truth)
  media?: string;

  /** Whether the reporter can be reached. */
  @IsOptional()
  @IsIn(truth)
  contact?: string;

  /** Of those that were asked something: whether the reporter has written back since the last question. */
  @IsOptional()
  @IsIn(truth)
  answered?: string;

  /** `true` lists only what waits in quarantine; otherwise that is left out. */
  @IsOptional()
  @IsIn(truth)
  quarantined?: string;
}

export class ReportHistogramQuery extends ReportFilter {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  buckets?: number;
}

/** How many fell into each stretch of time, all of one length, in whole minutes. */
export interface Histogram {
  from: Instant;
  to: Instant;
  minutes: number;
  counts: number[];
}

export class NewView {
  @IsString()
  @Length(1, 80)
  name!: string;

  /** What stands behind the question mark of the console's address. */
  @IsString()
  @MaxLength(4000)
  @Matches(/^[^\s#?]*$/)
  query!: string;

  /** Whether everybody in the deployment sees it. */
  @IsBoolean()
  shared!: boolean;
}

export class PatchView {
  @Omittable()
  @IsString()
  @Length(1, 80)
  name?: string;

  @Omittable()
  @IsString()
  @MaxLength(4000)
  @Matches(/^[^\s#?]*$/)
  query?: string;

  @Omittable()
  @IsBoolean()
  shared?: boolean;

  /** Where it stands among the others, the lowest first. */
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}

/** A way to look at the lists, kept under a name. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  position: number;
  by: { id: string; name: string };
  /** Whether the asker may change or remove it. */
  mine: boolean;
}
