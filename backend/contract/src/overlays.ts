/** Overlays: what coordinators lay over the map, and layers of areas whose state an authority keeps. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AtLeast } from './at-least.js';
import { Omittable } from './omittable.js';
import { SentOnce } from './sent-once.js';
import type { Audience, Instant, Translations } from './vocabulary.js';

/** KML and KMZ files become GeoJSON when they are sent. */
export const overlayKinds = ['geojson', 'wms', 'xyz', 'pmtiles', 'areas'] as const;
export type OverlayKind = (typeof overlayKinds)[number];

/** Drawn over the colour, so that states are told apart without it. */
export const areaPatterns = ['none', 'dots', 'lines', 'cross'] as const;
export type AreaPattern = (typeof areaPatterns)[number];

export class AreaState {
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/)
  code!: string;

  /** Name by language; at least one. */
  @IsObject()
  names!: Translations;

  @Matches(/^#[0-9a-f]{6}$/)
  colour!: string;

  @IsIn(areaPatterns)
  pattern!: AreaPattern;
}

/** Which properties of the features say what. */
export class AreaMapping {
  /** The same in every file of the layer. */
  @IsString()
  @MaxLength(100)
  id!: string;

  @IsString()
  @MaxLength(100)
  name!: string;

  /** Without it areas keep the state that they have. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  state?: string | null;

  /** State codes by values of that property; without them its values are codes, and others mean the first state. */
  @IsOptional()
  @IsObject()
  values?: Record<string, string>;
}

class OverlayFields extends SentOnce {
  /** Name by language; at least one. */
  @Omittable()
  @IsObject()
  names?: Translations;

  @Omittable()
  @IsIn(['public', 'responders'])
  visibility?: Audience;

  /** Per cent. */
  @Omittable()
  @IsInt()
  @Min(10)
  @Max(100)
  opacity?: number;

  /** Whose data it is, as text. */
  @Omittable()
  @IsString()
  @MaxLength(300)
  attribution?: string;

  /** Whether it is shown until somebody hides it. */
  @Omittable()
  @IsBoolean()
  shown?: boolean;

  @Omittable()
  @IsInt()
  @Min(0)
  @Max(22)
  minZoom?: number;

  @Omittable()
  @IsInt()
  @Max(22)
  @AtLeast('minZoom')
  maxZoom?: number;

  /** Of WMS and XYZ. */
  @Omittable()
  @IsString()
  @MaxLength(1000)
  url?: string;

  /** Of WMS, with commas between them. */
  @Omittable()
  @IsString()
  @MaxLength(500)
  layers?: string;

  /** Of WMS. */
  @Omittable()
  @IsIn(['image/png', 'image/jpeg', 'image/webp'])
  format?: string;

  /** Of WMS. */
  @Omittable()
  @IsBoolean()
  transparent?: boolean;

  /** What sending the file was answered with, or the name of a file in the data folder. */
  @Omittable()
  @IsString()
  @MaxLength(200)
  file?: string;

  /** Of areas: who says what their states are. */
  @Omittable()
  @IsString()
  @MaxLength(120)
  authority?: string;

  /** Of areas, from harmless to worst. */
  @Omittable()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => AreaState)
  states?: AreaState[];

  /** Of areas. */
  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => AreaMapping)
  mapping?: AreaMapping;
}

export class NewOverlay extends OverlayFields {
  @IsIn(overlayKinds)
  kind!: OverlayKind;

  @IsObject()
  declare names: Translations;
}

export class PatchOverlay extends OverlayFields {}

export class PutOverlayOrder {
  /** All of them, from the lowest to the topmost. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  ids!: string[];
}

export class PatchArea {
  /** One of the layer's states. */
  @IsString()
  @MaxLength(40)
  state!: string;

  /** For the public. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  /** From then on the area counts as being in the first state. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  validUntil?: string | null;

  /** Who says so, where it is not the layer's authority. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  source?: string | null;
}

export type OverlayBounds = [west: number, south: number, east: number, north: number];

/** What the public may know of an overlay. */
export interface OverlayView {
  id: string;
  kind: OverlayKind;
  names: Translations;
  attribution: string;
  opacity: number;
  shown: boolean;
  minZoom: number;
  maxZoom: number;
  /** `[west, south, east, north]` of what was sent as a file; null where that is not known. */
  bounds: OverlayBounds | null;
  /** Changes when what is drawn does. Null for what comes from another server. */
  file: string | null;
  url?: string;
  layers?: string;
  format?: string;
  transparent?: boolean;
  /** Of PMTiles. */
  tiles?: TileKind;
  /** Of PMTiles: deeper views are drawn from tiles of this zoom. */
  deepest?: number;
  authority?: string;
  states?: AreaState[];
}

export type TileKind = 'vector' | 'png' | 'jpg' | 'webp' | 'avif';

export interface OverlayDetail extends OverlayView {
  visibility: Audience;
  version: number;
  /** How many features or areas. */
  count: number;
  mapping?: AreaMapping;
}

/** Responders are shown more of each. */
export interface OverlayList {
  items: (OverlayView | OverlayDetail)[];
}

export interface AreaStatus {
  /** As the authority's file says it. */
  id: string;
  name: string;
  state: string;
  note: string | null;
  since: Instant;
  validUntil: Instant | null;
  /** Who says so. */
  source: string;
}

export interface AreaHistoryEntry {
  at: Instant;
  state: string;
  note: string | null;
  validUntil: Instant | null;
  source: string;
  by: { id: string; name: string } | null;
}

/** What was found in a file. */
export interface OverlayFileView {
  file: string;
  kind: 'geojson' | 'pmtiles';
  count: number;
  bounds: OverlayBounds | null;
  /** Of features: names of properties, each with some of its values. */
  properties: { name: string; values: string[]; distinct: number }[];
  /** Of PMTiles. */
  tiles?: TileKind;
  minZoom?: number;
  maxZoom?: number;
  attribution?: string;
}
