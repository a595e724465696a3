/** Handing incidents on as files: once, under an address of their own, or as a job. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IncidentFilter } from './incidents.js';
import { Omittable } from './omittable.js';
import type { PersonRef } from './reports.js';
import { audiences, type Audience, type Instant } from './vocabulary.js';

/** By the ending of the file's name. */
export const exportFormats = ['csv', 'hxl.csv', 'xlsx', 'geojson', 'geojsonl', 'json', 'kml', 'gpx', 'gpkg'] as const;
export type ExportFormatName = (typeof exportFormats)[number];

/** The filters of the incident list, and which columns. */
export class ExportQuery extends IncidentFilter {
  /** Keys of columns in their order, comma-separated; a heading of one's own behind a colon: `number,title:Titel`. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  columns?: string;

  /** `public` also for who may see more; without it everybody gets what they may see. */
  @IsOptional()
  @IsIn(audiences)
  audience?: Audience;
}

/** A feed shows the newest changes first, a page at a time. */
export class FeedQuery extends IncidentFilter {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class ExportColumnChoice {
  @Matches(/^[a-z_]{1,40}$/)
  key!: string;

  /** Its heading; the key where there is none. */
  @Omittable()
  @IsString()
  @Length(1, 100)
  name?: string;
}

export class NewExportProfile {
  @IsString()
  @Length(1, 200)
  name!: string;

  /** What the files show: all that responders know, or what the public may. */
  @IsIn(audiences)
  audience!: Audience;

  /** Filters of the incident list as they stand in an address: `severity=high,critical&status=open`. */
  @IsString()
  @MaxLength(8000)
  filter!: string;

  /** None: the usual ones of each format. */
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ExportColumnChoice)
  columns!: ExportColumnChoice[];
}

export class PatchExportProfile {
  @Omittable()
  @IsString()
  @Length(1, 200)
  name?: string;

  @Omittable()
  @IsIn(audiences)
  audience?: Audience;

  @Omittable()
  @IsString()
  @MaxLength(8000)
  filter?: string;

  @Omittable()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ExportColumnChoice)
  columns?: ExportColumnChoice[];

  /** Opens an address that needs no sign-in, in place of the one before, or closes it. */
  @Omittable()
  @IsBoolean()
  address?: boolean;
}

export interface ExportProfileView {
  id: string;
  name: string;
  audience: Audience;
  filter: string;
  columns: { key: string; name?: string }[];
  by: PersonRef;
  createdAt: Instant;
  /** Whether it has an address that needs no sign-in. */
  open: boolean;
  /** When somebody last took a file by that address. */
  lastUsedAt: Instant | null;
  /** Present only in the answer that opened it; shown once. The ending of a format goes behind it. */
  address?: string;
}

export class NewExportJob {
  @IsIn(exportFormats)
  format!: ExportFormatName;

  @IsIn(audiences)
  audience!: Audience;

  @IsString()
  @MaxLength(8000)
  filter!: string;

  @Omittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ExportColumnChoice)
  columns?: ExportColumnChoice[];
}

export const exportJobStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type ExportJobState = (typeof exportJobStates)[number];

export interface ExportJobView {
  id: string;
  format: ExportFormatName;
  audience: Audience;
  filter: string;
  state: ExportJobState;
  /** How many rows it will have, counted when it began. */
  expected: number | null;
  rows: number;
  bytes: number | null;
  /** Why it failed. */
  detail: string | null;
  by: PersonRef;
  createdAt: Instant;
  endedAt: Instant | null;
  expiresAt: Instant | null;
  /** Where the file is to be had until it expires; whoever has this address may take it. */
  download: string | null;
}

/** A column that may be chosen. */
export interface ExportColumnView {
  key: string;
  /** Its name in JSON. */
  property: string;
  hxl: string;
  meaning: string;
  audience: Audience;
  /** Whether it is there when nobody chooses. */
  usual: boolean;
}
