/** A deployment: one crisis on one map, with its own area, languages, categories and policy. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AtLeast } from './at-least.js';
import { Omittable } from './omittable.js';
import { dataContactPattern, licences, type Licence } from './open-data.js';
import type { Translations } from './vocabulary.js';

/** How precisely the public sees places, in metres: the side of the grid they are snapped to. 0 is exact. */
export const publicPrecisions = [0, 100, 500, 1_000, 5_000, 10_000] as const;
export type PublicPrecision = (typeof publicPrecisions)[number];

const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const code = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** West may exceed east: then it lies across the antimeridian. */
export class Bounds {
  @IsNumber()
  @Min(-180)
  @Max(180)
  west!: number;

  @IsNumber()
  @Min(-90)
  @Max(90)
  south!: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  east!: number;

  @IsNumber()
  @Min(-90)
  @Max(90)
  @AtLeast('south')
  north!: number;
}

export const reportLineKinds = ['sms', 'whatsapp', 'telegram', 'voice', 'ussd', 'email'] as const;
export type ReportLineKind = (typeof reportLineKinds)[number];

/** Another way to report, as it is printed on the poster. */
export class ReportLine {
  @IsIn(reportLineKinds)
  kind!: ReportLineKind;

  @IsString()
  @Length(1, 100)
  address!: string;
}

export class PolicyInput {
  /** Who may report: anyone, or only people signed in to the deployment. */
  @IsIn(['anyone', 'members'])
  whoMayReport!: 'anyone' | 'members';

  /** Whether a new incident is published at once; those of sensitive categories never are. */
  @IsBoolean()
  publishIncidents!: boolean;

  @IsIn(publicPrecisions)
  publicPrecisionMetres!: PublicPrecision;

  /** Days after which reporters' contacts are erased. */
  @IsInt()
  @Min(1)
  @Max(3650)
  contactRetentionDays!: number;

  /** Minutes for which a claim holds. */
  @IsInt()
  @Min(1)
  @Max(480)
  claimMinutes!: number;

  /** What people without an account send waits apart until a responder admits it. */
  @Omittable()
  @IsBoolean()
  quarantineUnsigned?: boolean;

  /** The public sees an incident only once a second person has confirmed it. */
  @Omittable()
  @IsBoolean()
  fourEyes?: boolean;

  /** Shown on the citizen's pages: this is no emergency call. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  emergencyNumber?: string | null;

  @Omittable()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ReportLine)
  lines?: ReportLine[];

  /** Under which everybody may use what the public sees; null: it is not offered as open data. */
  @IsOptional()
  @IsIn(licences)
  licence?: Licence | null;

  /** Who publishes the data; null: the deployment under its name. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  publisher?: string | null;

  /** Whom everybody may ask about the data: an e-mail address or a page. */
  @IsOptional()
  @MaxLength(300)
  @Matches(dataContactPattern, { message: 'must be an e-mail address, or an address that begins with https://' })
  dataContact?: string | null;
}

export type Policy = Required<PolicyInput>;

export class CategoryInput {
  @Matches(code)
  code!: string;

  /** Code of the parent category, which must stand in the same list. */
  @IsOptional()
  @Matches(code)
  parent?: string | null;

  /** Name by language; at least one. */
  @IsObject()
  names!: Translations;

  @Matches(/^#[0-9a-f]{6}$/)
  colour!: string;

  /** Name of an icon that we ship; see `categoryIcons`. */
  @IsString()
  @MaxLength(40)
  icon!: string;

  /** Incidents of a sensitive category stay internal. */
  @IsBoolean()
  sensitive!: boolean;
}

export class PutCategories {
  /** The whole tree in the order of display. Categories that are missing are archived, not deleted. */
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CategoryInput)
  items!: CategoryInput[];
}

export class PatchDeployment {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Bounds)
  area?: Bounds;

  /** BCP 47 tags, the first is the default. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Matches(language, { each: true })
  languages?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PolicyInput)
  policy?: PolicyInput;
}

export class NewDeployment {
  @Matches(/^[a-z0-9][a-z0-9-]{1,62}$/, {
    message: 'must be 2 to 63 small letters, digits and hyphens, and begin with a letter or a digit',
  })
  slug!: string;

  @IsString()
  @Length(1, 200)
  name!: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Bounds)
  area?: Bounds;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Matches(language, { each: true })
  languages?: string[];

  /** An exercise stays one: it is watermarked everywhere, and nothing leaves it. */
  @Omittable()
  @IsBoolean()
  exercise?: boolean;
}

export interface Category {
  code: string;
  parent: string | null;
  names: Translations;
  colour: string;
  icon: string;
  sensitive: boolean;
}

export interface DeploymentView {
  slug: string;
  name: string;
  area: Bounds;
  languages: string[];
  categories: Category[];
  policy: Policy;
  /** Nothing in it is real, and nothing leaves it. */
  exercise: boolean;
  version: number;
  /** Where the journal stood: who watches from here on misses nothing of what is loaded next. Only when it is asked for. */
  cursor?: string;
}

/** The addresses that are handed out, as people outside reach them. */
export interface HandoutView {
  report: string;
  map: string;
  /** Without its scheme, as it is printed and read out. Leads to the report page. */
  short: string;
}

export interface DeploymentSummary {
  slug: string;
  name: string;
  /** Nothing in it is real. */
  exercise: boolean;
}

export const categoryIcons = [
  'dot',
  'medical',
  'water',
  'food',
  'shelter',
  'fire',
  'flood',
  'collapse',
  'trapped',
  'road',
  'power',
  'security',
  'missing',
  'help',
  'supplies',
  'contamination',
  'communication',
] as const;
export type CategoryIcon = (typeof categoryIcons)[number];
