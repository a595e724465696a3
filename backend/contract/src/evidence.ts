/** What an incident rests on beside its reports, how sure responders are of it, and who confirmed it as a second person. */
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Page } from './paging.js';
import type { PersonRef } from './reports.js';
import type { Instant } from './vocabulary.js';
import { SentOnce } from './sent-once.js';

/** How sure responders are. Said by a person, never counted up by the system. */
export const confidences = ['unconfirmed', 'likely', 'confirmed'] as const;
export type Confidence = (typeof confidences)[number];

export const evidenceKinds = ['report', 'photo', 'call', 'link', 'second_person'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A report and a photo must be of the incident; a link needs its address, a call a note on who said what. */
export class NewEvidence extends SentOnce {
  @IsIn(evidenceKinds)
  kind!: EvidenceKind;

  @IsOptional()
  @IsUUID('all')
  report?: string | null;

  @IsOptional()
  @IsUUID('all')
  medium?: string | null;

  /** Shown, never fetched. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  url?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export interface EvidenceView {
  id: string;
  kind: EvidenceKind;
  report: string | null;
  medium: string | null;
  url: string | null;
  note: string;
  by: PersonRef;
  at: Instant;
  /** Withdrawn evidence is kept, and counts no more. */
  withdrawn: { by: PersonRef; at: Instant } | null;
}

export interface EvidenceList extends Page<EvidenceView> {
  /** Photos of the incident's reports, to be chosen from. */
  photos: { id: string; report: string; thumbnailUrl: string }[];
  /** Reports count as evidence by themselves. */
  reports: number;
  /** What citizens say they see too: counted apart, and never proof of anything. */
  confirmations: number;
  second: {
    /** Whether the deployment demands a second person before the public sees an incident. */
    demanded: boolean;
    by: PersonRef | null;
    /** Whether whoever asks may be that person: nobody confirms what they opened or verified themselves. */
    mayConfirm: boolean;
  };
}
