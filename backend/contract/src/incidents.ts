/** Incidents: what responders hold to be true, for them and for the public. */
import { Type } from 'class-transformer';
import {
  IsIn,
  IsISO8601,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { areaPattern, longestArea } from './finding.js';
import type { Outcome } from './dispatch.js';
import { confidences, type Confidence } from './evidence.js';
import { Location } from './location.js';
import { Omittable } from './omittable.js';
import type { PageQuery } from './paging.js';
import type { ReportView } from './reports.js';
import type { IncidentOrigin } from './sharing.js';
import type { Assignee } from './together.js';
import {
  incidentStatuses,
  severities,
  visibilities,
  type IncidentStatus,
  type Instant,
  type Severity,
  type Visibility,
} from './vocabulary.js';

/** Filters of the incident list and of every export. Lists are comma-separated: any of them matches. */
export class IncidentFilter {
  @IsOptional()
  @Matches(/^(open|responding|resolved)(,(open|responding|resolved))*$/)
  status?: string;

  /** Category codes; a parent includes its children. `none` finds those without one. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  category?: string;

  @IsOptional()
  @Matches(/^(low|normal|high|critical)(,(low|normal|high|critical))*$/)
  severity?: string;

  /** How sure responders are. */
  @IsOptional()
  @Matches(/^(unconfirmed|likely|confirmed)(,(unconfirmed|likely|confirmed))*$/)
  confidence?: string;

  /** Ignored for the public, who sees published incidents only. */
  @IsOptional()
  @IsIn(visibilities)
  visibility?: Visibility;

  /** `west,south,east,north` in degrees; west may exceed east across the antimeridian. */
  @IsOptional()
  @Matches(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  bbox?: string;

  /** The corners of an area, `lon,lat;lon,lat;…`, at most 200; its edges may not cross or touch. */
  @IsOptional()
  @MaxLength(longestArea)
  @Matches(areaPattern)
  area?: string;

  /** Words of title, description and place in any script, the last one may be unfinished; or a number, `#12`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Whose work it is: the id of a person or of an organisation, `me`, or `none`. Ignored for the public. */
  @IsOptional()
  @Matches(/^(me|none|[0-9a-fA-F-]{36})$/)
  assignee?: string;

  /** At or after. */
  @IsOptional()
  @IsISO8601()
  from?: string;

  /** Before. */
  @IsOptional()
  @IsISO8601()
  to?: string;

  /** Which time `from` and `to` speak of: when it was opened, or when it changed last. */
  @IsOptional()
  @IsIn(['opened', 'updated'])
  time?: 'opened' | 'updated';

  @IsOptional()
  @IsIn(['true', 'false'])
  located?: string;
}

export class IncidentListQuery extends IncidentFilter implements PageQuery {
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

export class IncidentHistogramQuery extends IncidentFilter {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  buckets?: number;
}

export class PatchIncident {
  @Omittable()
  @IsString()
  @Length(1, 200)
  title?: string;

  @Omittable()
  @IsString()
  @MaxLength(5000)
  description?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string | null;

  @Omittable()
  @IsIn(severities)
  severity?: Severity;

  @Omittable()
  @IsIn(visibilities)
  visibility?: Visibility;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location?: Location | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string | null;

  /** How sure responders are; a change of it needs a `reason`. */
  @Omittable()
  @IsIn(confidences)
  confidence?: Confidence;

  /** Why this is changed, for the history. */
  @Omittable()
  @IsString()
  @Length(1, 2000)
  reason?: string;
}

export class MergeIncident {
  /** The incident that stays in name; the older number is kept whichever way round. */
  @IsUUID('all')
  into!: string;

  /** What the survivor says afterwards, where it shall not stay as it was. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PatchIncident)
  fields?: PatchIncident;
}

export class ChangeIncidentStatus {
  @IsIn(incidentStatuses)
  status!: IncidentStatus;

  @IsString()
  @Length(1, 2000)
  reason!: string;

  /** Whether the public may read the reason. */
  @IsBoolean()
  public!: boolean;
}

/** The exact keys that the public may see. */
export interface PublicIncident {
  id: string;
  number: number;
  title: string;
  description: string;
  category: string | null;
  severity: Severity;
  status: IncidentStatus;
  /** Snapped to the deployment's public precision. */
  location: Pick<Location, 'lat' | 'lon'> | null;
  place: string | null;
  openedAt: Instant;
  updatedAt: Instant;
  /** How sure responders are of it. */
  confidence: Confidence;
  /** How many reports it rests on. */
  reports: number;
  /** How many people said that they see it too. */
  confirmations: number;
  /** The latest reason given in public for its status. */
  reason: string | null;
  /** Whose it is, where it was shared from elsewhere. */
  origin?: IncidentOrigin;
}

export interface IncidentView extends PublicIncident {
  location: Location | null;
  visibility: Visibility;
  /** Published, but held back until a second person has confirmed it. */
  waitsForSecond: boolean;
  /** What its reporters said when they were asked whether it is over. A no is for people to look at. */
  outcome: Outcome | null;
  version: number;
  /** Whose work it is. */
  assignee: Assignee | null;
  /** Set once it was merged into another. */
  mergedInto: string | null;
}

export interface IncidentDetail extends IncidentView {
  reportItems: ReportView[];
}
