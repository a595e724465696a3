/** What may be the same: incidents and open reports like one report, each with its reasons. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { NewIncident } from './reports.js';
import type { IncidentStatus, Instant, ReportStatus, Severity } from './vocabulary.js';

/** Why two may be the same, in plain figures. */
export type LikenessReason =
  | { kind: 'same_text' }
  /** Share of the letters in common, 0 to 1. */
  | { kind: 'words'; similarity: number }
  /** `reachMetres` is what both accuracies together leave open. */
  | { kind: 'distance'; metres: number; reachMetres: number }
  | { kind: 'time'; hours: number }
  | { kind: 'category'; category: string }
  /** Told only to those who may see reporters. */
  | { kind: 'same_reporter' };

interface Likely {
  id: string;
  category: string | null;
  severity: Severity;
  at: Instant;
  distanceMetres: number | null;
  /** 0 to 1. */
  score: number;
  reasons: LikenessReason[];
}

export interface LikelyIncident extends Likely {
  kind: 'incident';
  number: number;
  title: string;
  status: IncidentStatus;
  /** How many reports it rests on. */
  reports: number;
}

export interface LikelyReport extends Likely {
  kind: 'report';
  /** The beginning of it. */
  text: string;
  status: ReportStatus;
}

/** The likeliest first. */
export interface DuplicatesView {
  incidents: LikelyIncident[];
  reports: LikelyReport[];
}

/** Reports of the open queue that surely tell of the same. */
export interface LikelyEvent {
  /** Of the pairs that hold it together, the mean; 0 to 1. */
  score: number;
  /** The oldest first; scores and reasons are against that one. */
  reports: LikelyReport[];
}

export interface LikelyEventsView {
  /** The largest first. */
  events: LikelyEvent[];
  /** How many events there are in all. */
  total: number;
  /** How many reports were looked through, the newest. */
  looked: number;
  /** Whether more wait than were looked through. */
  more: boolean;
}

/** Takes reports out of an incident into a new one. */
export class SplitIncident {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  reports!: string[];

  @IsObject()
  @ValidateNested()
  @Type(() => NewIncident)
  incident!: NewIncident;
}

/** Verifies reports into one incident, all or none. */
export class GatherReports {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  reports!: string[];

  /** The id of one to add to, or the fields of a new one, which takes over what the first of the reports says. */
  @IsNotEmpty()
  incident!: string | NewIncident;
}
