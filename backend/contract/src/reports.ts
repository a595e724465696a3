/** Reports as responders see them, and what responders can say about them. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ReportFilter } from './finding.js';
import { Location } from './location.js';
import type { Delivery } from './gateways.js';
import { Omittable } from './omittable.js';
import type { PageQuery } from './paging.js';
import type { Assignee } from './together.js';
import {
  rejectionReasons,
  severities,
  type Channel,
  type Instant,
  type RejectionReason,
  type ReportStatus,
  type Severity,
} from './vocabulary.js';
import { SentOnce } from './sent-once.js';

/** The report list: its filters, and which page of it. */
export class ReportListQuery extends ReportFilter implements PageQuery {
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

/** What a responder may put right. The reporter's own text is never edited. `null` clears a field. */
export class PatchReport {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string | null;

  @Omittable()
  @IsIn(severities)
  priority?: Severity;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location?: Location | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string | null;
}

export class NewIncident {
  @IsString()
  @Length(1, 200)
  title!: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string;

  /** Without it the report's category is taken over. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string;

  @IsOptional()
  @IsIn(severities)
  severity?: Severity;

  /** Without it the report's location is taken over. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location?: Location;

  /** Public words for the place. Never copied from the report by itself: reporters write addresses there. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string;
}

/** `incident` is the id of one to add to, or the fields of a new one. Checked by the action, since it is a union. */
export class VerifyReport {
  @IsNotEmpty()
  incident!: string | NewIncident;
}

export class RejectReport {
  @IsIn(rejectionReasons)
  reason!: RejectionReason;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ReopenReport {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class AskReporter extends SentOnce {
  @IsString()
  @Length(1, 2000)
  text!: string;
}

/** What is said in a recording; an empty text takes it back. */
export class PutTranscript {
  @IsString()
  @MaxLength(10_000)
  text!: string;
}

export class AdmitReports {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  ids!: string[];
}

export interface PersonRef {
  id: string;
  name: string;
}

export interface ReportMedium {
  id: string;
  /** Media type: `image/jpeg`, or `audio/…` for a recording. */
  type: string;
  width: number | null;
  height: number | null;
  url: string;
  /** Null for recordings. */
  thumbnailUrl: string | null;
  /** Where the photo itself says it was taken: a suggestion, never taken over silently. */
  location: Location | null;
  /** What is said in a recording, as a responder wrote it down. */
  transcript: string | null;
}

export interface ReportView {
  id: string;
  channel: Channel;
  status: ReportStatus;
  priority: Severity;
  version: number;
  text: string;
  /** Category code. */
  category: string | null;
  location: Location | null;
  place: string | null;
  language: string | null;
  observedAt: Instant | null;
  receivedAt: Instant;
  /** Who works on it now, and until when the claim holds. */
  claim: { by: PersonRef; until: Instant } | null;
  /** Whose work it is beyond a claim. */
  assignee: Assignee | null;
  incident: { id: string; number: number; title: string } | null;
  rejection: { reason: RejectionReason; note: string | null } | null;
  media: number;
  /** How many photos were announced to follow by upload; those that came are counted in `media`. */
  mediaExpected: number;
  /** Waits apart from the queue until a responder admits it. */
  quarantined: boolean;
  /** Whether the reporter left a way to be reached. The contact itself needs a permission and is journalled. */
  contactable: boolean;
}

export interface MessageView {
  id: string;
  direction: 'in' | 'out';
  text: string;
  at: Instant;
  by: PersonRef | null;
  /** Of what goes out through a gateway; null for what is read on the follow page. */
  delivery: { state: Delivery; detail: string | null; at: Instant | null } | null;
}

export interface ReportCounts {
  quarantined: number;
}

export interface ReportDetail extends ReportView {
  answers: Record<string, unknown>;
  files: ReportMedium[];
  messages: MessageView[];
}

export interface ReporterView {
  name: string | null;
  phone: string | null;
  email: string | null;
}
