/** Sharing incidents with another deployment, here or of another installation: what people ask for, and what servers say. */
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
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Location } from './location.js';
import { Omittable } from './omittable.js';
import type { Page } from './paging.js';
import { incidentStatuses, severities, type IncidentStatus, type Instant, type Severity } from './vocabulary.js';

export class NewSharingInvitation {
  /** What the other side is called here until it says its name. */
  @IsString()
  @Length(1, 120)
  name!: string;
}

export class EnterSharingInvitation {
  @IsString()
  @Length(1, 2000)
  code!: string;
}

export class ShareIncident {
  @IsUUID('all')
  partner!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  /** Otherwise the place is told as roughly as to the public. */
  @Omittable()
  @IsBoolean()
  exactPlace?: boolean;

  /** Said again for what the public may not see. */
  @Omittable()
  @IsBoolean()
  confirmHidden?: boolean;

  /** Said again for the exact place of something sensitive. */
  @Omittable()
  @IsBoolean()
  confirmExact?: boolean;
}

export class AcceptShared {
  /** Left out: the category with the same code, if there is one. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string | null;
}

export class RefuseShared {
  @IsString()
  @Length(1, 1000)
  reason!: string;
}

export const sharedFieldNames = [
  'title',
  'description',
  'category',
  'severity',
  'status',
  'location',
  'place',
] as const;
export type SharedFieldName = (typeof sharedFieldNames)[number];

export class SettleShared {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(sharedFieldNames, { each: true })
  fields!: SharedFieldName[];

  /** `theirs`: take over what they now say; `ours`: keep what stands here. */
  @IsIn(['theirs', 'ours'])
  take!: 'theirs' | 'ours';
}

/** What is told of an incident: never reports, contacts, notes or media. */
export class SharedFields {
  @IsString()
  @Length(1, 200)
  title!: string;

  @IsString()
  @MaxLength(5000)
  description!: string;

  /** Its code there. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category!: string | null;

  @IsIn(severities)
  severity!: Severity;

  @IsIn(incidentStatuses)
  status!: IncidentStatus;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location!: Location | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  place!: string | null;
}

/** One step on the way of an incident from where it was first held to be true. */
export class ProvenanceStep {
  /** Origin of the server. */
  @IsString()
  @MaxLength(300)
  installation!: string;

  @IsString()
  @MaxLength(100)
  deployment!: string;

  @IsString()
  @MaxLength(200)
  deploymentName!: string;

  @IsUUID('all')
  incident!: string;

  @IsInt()
  @Min(1)
  number!: number;

  /** Null where the public may not see it there. */
  @IsOptional()
  @IsString()
  @MaxLength(600)
  url!: string | null;

  /** Who shared it; never a person. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  organisation!: string | null;

  @IsISO8601()
  at!: Instant;
}

export class SharedIncidentData {
  /** Null: it was withdrawn. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SharedFields)
  fields!: SharedFields | null;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note!: string | null;

  /** Empty where it is withdrawn. */
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ProvenanceStep)
  provenance!: ProvenanceStep[];
}

export class SharedAnswerData {
  @IsIn(['accepted', 'refused'])
  state!: 'accepted' | 'refused';

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason!: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  number!: number | null;
}

/** What one server says to the other; signed. */
export class SharingMessage {
  @IsUUID('all')
  id!: string;

  /** The partnership, as the one who hears calls it. */
  @IsUUID('all')
  partner!: string;

  @IsIn(['incident', 'answer', 'ended'])
  kind!: 'incident' | 'answer' | 'ended';

  @IsISO8601()
  at!: Instant;

  /** What is spoken of; the same on both sides. */
  @IsOptional()
  @IsUUID('all')
  share!: string | null;

  /** Counts up for each share; what is older than what was heard is not taken. */
  @IsInt()
  @Min(0)
  sequence!: number;

  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => SharedIncidentData)
  incident?: SharedIncidentData;

  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => SharedAnswerData)
  answer?: SharedAnswerData;
}

export class SharingHandshake {
  @IsUUID('all')
  invitation!: string;

  @IsString()
  @Length(20, 100)
  secret!: string;

  /** Of the one who enters it: 32 bytes of Ed25519 in base64url. */
  @IsString()
  @Length(43, 43)
  key!: string;

  /** Origin of its server. */
  @Matches(/^https?:\/\/[^\s/?#@]{1,280}$/)
  installation!: string;

  @Matches(/^[a-z0-9][a-z0-9-]{0,99}$/)
  deployment!: string;

  @IsString()
  @Length(1, 200)
  deploymentName!: string;

  /** What the one who enters it calls the partnership. */
  @IsUUID('all')
  partner!: string;
}

export interface SharingWelcome {
  partner: string;
  deploymentName: string;
}

export type PartnerState = 'invited' | 'active' | 'ended';

export interface PartnerView {
  id: string;
  state: PartnerState;
  /** The other deployment. */
  name: string;
  installation: string | null;
  deployment: string | null;
  endedBy: 'us' | 'them' | null;
  /** Of an invitation that nobody entered. */
  expiresAt: Instant | null;
  createdAt: Instant;
}

/** The code is told here and never again. */
export interface SharingInvitation {
  partner: PartnerView;
  code: string;
}

export type ShareState = 'sent' | 'accepted' | 'refused' | 'stopped';

export interface ShareView {
  id: string;
  partner: { id: string; name: string };
  state: ShareState;
  exactPlace: boolean;
  note: string | null;
  reason: string | null;
  /** Its number there. */
  theirNumber: number | null;
  at: Instant;
}

export interface SharedConflict {
  field: SharedFieldName;
  ours: unknown;
  theirs: unknown;
}

export interface SharedView {
  id: string;
  partner: { id: string; name: string };
  state: 'new' | 'accepted' | 'refused';
  receivedAt: Instant;
  updatedAt: Instant;
  note: string | null;
  provenance: ProvenanceStep[];
  fields: SharedFields;
  withdrawn: boolean;
  incident: { id: string; number: number } | null;
  reason: string | null;
  /** What they say now where it was changed here since. */
  conflicts: SharedConflict[];
}

export interface SharedInbox extends Page<SharedView> {
  /** Those that wait for an answer. */
  waiting: number;
}

/** Whose incident it is, where it came from elsewhere. */
export interface IncidentOrigin {
  installation: string;
  deployment: string;
  deploymentName: string;
  number: number;
  url: string | null;
}
