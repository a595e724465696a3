/** The situation report: how a deployment stands, what happened in a span, and what changed since the last one. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Confidence } from './evidence.js';
import type { Location } from './location.js';
import {
  audiences,
  type Audience,
  type Channel,
  type IncidentStatus,
  type Instant,
  type Severity,
  type Translations,
  type Visibility,
} from './vocabulary.js';

export class SituationQuery {
  /** Without it the 24 hours before `to`. */
  @IsOptional()
  @IsISO8601()
  from?: string;

  /** Without it now. */
  @IsOptional()
  @IsISO8601()
  to?: string;

  /** `last`: from the end of the last saved report on. */
  @IsOptional()
  @IsIn(['last'])
  since?: 'last';

  @IsOptional()
  @IsIn(audiences)
  audience?: Audience;

  /** The language of the page. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  lang?: string;
}

export class SituationAudienceQuery {
  /** What the public sees of it, or what responders see; the latter without it for those who may. */
  @IsOptional()
  @IsIn(audiences)
  audience?: Audience;
}

/** The coordinator's own words in one language. */
export class SituationText {
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  language!: string;

  @IsString()
  @MaxLength(5000)
  summary!: string;

  /** Key messages, a line each. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  messages!: string[];
}

export class SaveSituationReport {
  @IsString()
  @Length(1, 200)
  title!: string;

  @IsOptional()
  @IsISO8601()
  from?: string;

  @IsOptional()
  @IsISO8601()
  to?: string;

  @IsOptional()
  @IsIn(['last'])
  since?: 'last';

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SituationText)
  texts!: SituationText[];

  /** Whether everybody may read it at once. */
  @IsBoolean()
  published!: boolean;
}

export class PublishSituationReport {
  @IsBoolean()
  published!: boolean;
}

/** What only responders see of an incident. */
export interface SituationInternal {
  visibility: Visibility;
  /** Name of the person or the organisation whose work it is. */
  assignee: string | null;
}

export interface SituationIncident {
  id: string;
  number: number;
  title: string;
  category: string | null;
  severity: Severity;
  status: IncidentStatus;
  confidence: Confidence;
  /** For the public snapped to the deployment's precision. */
  location: Pick<Location, 'lat' | 'lon'> | null;
  place: string | null;
  openedAt: Instant;
  updatedAt: Instant;
  reports: number;
  /** The latest reason given in public for its status. */
  reason: string | null;
  /** Null for the public. */
  internal: SituationInternal | null;
}

export interface SituationCategory {
  /** Null for none. */
  category: string | null;
  /** Not resolved ones. */
  bySeverity: Record<Severity, number>;
}

export interface SituationNumbers {
  byStatus: Record<IncidentStatus, number>;
  /** Of those that are not resolved, and so are the next two. */
  byConfidence: Record<Confidence, number>;
  bySeverity: Record<Severity, number>;
  byCategory: SituationCategory[];
  /** In the span. */
  opened: number;
  resolved: number;
  /** Reports, in the span. Not for the public, and so is the next. */
  received?: number;
  /** Reports received in the span, the most first. */
  byChannel?: { channel: Channel; count: number }[];
}

/** How many reports came in and incidents were opened, stretch by stretch of so many minutes. */
export interface SituationTimes {
  from: Instant;
  minutes: number;
  /** Not for the public. */
  received?: number[];
  opened: number[];
}

export const situationChanges = [
  'new',
  'escalated',
  'deescalated',
  'responding',
  'resolved',
  'reopened',
  'moved',
  'withdrawn',
] as const;
export type SituationChange = (typeof situationChanges)[number];

export interface ChangedIncident {
  number: number;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  /** What it was in the former report; null for a new one. */
  before: { severity: Severity; status: IncidentStatus } | null;
}

export interface SituationChanges {
  since: { number: number; takenAt: Instant };
  /** The public is told nothing of what was withdrawn. */
  counts: Partial<Record<SituationChange, number>>;
  /** At most 50 of each kind, the most severe first. */
  items: Partial<Record<SituationChange, ChangedIncident[]>>;
}

/**
 * How a deployment stands for one audience. What is saved of it reads the same for ever, but for what the public may no
 * longer see.
 */
export interface SituationState {
  takenAt: Instant;
  from: Instant;
  to: Instant;
  numbers: SituationNumbers;
  times: SituationTimes;
  /** Not resolved, or resolved in the span; the most severe first. */
  incidents: SituationIncident[];
  /** How many more there are than are listed. */
  left: number;
  /** Null where there is no former report. */
  changes: SituationChanges | null;
  /** Names of the categories that it speaks of, by code. */
  categories: Record<string, Translations>;
  /** The public sees places only so precisely. 0: as they are. */
  precisionMetres: number;
}

export interface SituationReportSummary {
  number: number;
  title: string;
  from: Instant;
  to: Instant;
  takenAt: Instant;
  published: boolean;
  /** In which languages somebody wrote a summary. */
  languages: string[];
}

export interface SituationReportView extends SituationReportSummary {
  texts: SituationText[];
  state: SituationState;
}
