/** Working on one queue together: who looks at what, takes over what, has what to do, and what they write about it. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { IncidentView } from './incidents.js';
import type { Page } from './paging.js';
import type { PersonRef, ReportView } from './reports.js';
import type { Instant } from './vocabulary.js';
import { SentOnce } from './sent-once.js';

export interface Looking {
  kind: 'report' | 'incident';
  id: string;
}

/** All that one person looks at now, in whichever windows; nothing once they have gone. */
export interface Present {
  person: PersonRef;
  at: Looking[];
}

export interface PresenceFrame {
  people: Present[];
  /** Nobody but these is there: what was known before is no longer so. */
  whole: boolean;
}

/** A claim that somebody else holds is taken over with a note for them, or not at all. */
export class ClaimReport {
  @IsOptional()
  @IsBoolean()
  takeOver?: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** Told to the responders beside the report, for the one who held it until then. */
export interface TakenOver {
  /** Who held the claim before. */
  from: string;
  note: string;
}

export class AddNote extends SentOnce {
  @IsString()
  @Length(1, 5000)
  text!: string;

  /** Members of the deployment who are told. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  mentions?: string[];
}

/** Never public, and never for reporters. */
export interface NoteView {
  id: string;
  by: PersonRef;
  at: Instant;
  text: string;
  mentions: PersonRef[];
  /** Mentions the one who asks, who has not looked yet. */
  unseen: boolean;
}

export type NotesView = Page<NoteView>;

/** One of the two; neither gives it back to everyone. */
export class Assign {
  @IsOptional()
  @IsUUID('all')
  person?: string | null;

  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;
}

export interface Assignee {
  kind: 'person' | 'organisation';
  id: string;
  name: string;
}

/** What one person has to do: what they claimed, what is theirs or their organisation's, and who waits for them. */
export interface MyWork {
  claimed: ReportView[];
  /** Open ones that are assigned. */
  reports: ReportView[];
  incidents: IncidentView[];
  /** Notes that mention them and that they have not seen. */
  mentions: { about: Looking; title: string; note: NoteView }[];
  /** Open reports whose reporter wrote back after they had asked. */
  answered: ReportView[];
}

/** The notes of this report or incident have been seen. */
export class SeenNotes {
  @IsUUID('all')
  subject!: string;
}

export class HandOverItem {
  @IsIn(['report', 'incident'])
  kind!: 'report' | 'incident';

  @IsUUID('all')
  id!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** To a person or an organisation, or to neither: back to the queue. */
export class MakeHandOver extends Assign {
  @IsString()
  @Length(1, 5000)
  note!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => HandOverItem)
  items!: HandOverItem[];
}

export interface HandOverView {
  id: string;
  at: Instant;
  by: PersonRef;
  /** Null: back to the queue. */
  to: Assignee | null;
  note: string;
  items: { about: Looking; title: string; note: string | null }[];
}

export type HandOversView = Page<HandOverView>;
