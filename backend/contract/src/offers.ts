/** Offers of help, from organisations and citizens, and which needs near them they fit. */
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Supply, type NeedKind } from './dispatch.js';
import { truth } from './finding.js';
import { Location } from './location.js';
import { PageQuery } from './paging.js';
import { SentOnce } from './sent-once.js';
import { ReporterContact } from './submit-report.js';
import type { Instant } from './vocabulary.js';

/** The second and third follow from the tasks that make use of it. */
export const offerStatuses = ['offered', 'matched', 'done', 'declined', 'withdrawn'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** What people say of an offer by themselves. */
export const saidOfOffers = ['offered', 'declined', 'withdrawn'] as const;
export type SaidOfOffer = (typeof saidOfOffers)[number];

export class NewOffer extends Supply {
  /** Where it is, in words. The public never sees it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location?: Location | null;

  /** For how many days it stands; two weeks without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  days?: number;

  /** Whose offer it is, said by responders only; a citizen's has none. */
  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;

  /** Citizens leave a phone number or an e-mail address: nobody could come for it otherwise. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReporterContact)
  contact?: ReporterContact;

  /** A field that people do not see. Whoever fills it is no person: the offer is declined from the start. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  trap?: string;
}

export class OfferListQuery extends PageQuery {
  /** Whether it can be used: it stands, has not run out, and something of it is left. */
  @IsOptional()
  @IsIn(truth)
  usable?: string;
}

export class ChangeOfferStatus {
  @IsIn(saidOfOffers)
  status!: SaidOfOffer;
}

export class MatchOffer extends SentOnce {
  @IsUUID('all')
  need!: string;

  @IsUUID('all')
  offer!: string;

  /** Who is to bring it; without one whoever offers, where that is an organisation. */
  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;

  /** What is to be done; what was offered without it. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export interface OfferReceipt {
  id: string;
}

export interface OfferView {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  /** What no task has taken yet. */
  left: number;
  unit: string;
  place: string | null;
  location: Location | null;
  until: Instant;
  organisation: { id: string; name: string } | null;
  status: OfferStatus;
  /** Whether a way to be reached is kept; looking at it is journalled. */
  contactable: boolean;
  at: Instant;
}

export const offerReasons = ['near', 'place_unknown', 'enough', 'part', 'other_unit'] as const;
export type OfferReason = (typeof offerReasons)[number];

export interface OfferMatch {
  need: string;
  offer: OfferView;
  /** Null where either place is unknown. */
  distanceMetres: number | null;
  /** From 0 to 1. */
  score: number;
  reasons: OfferReason[];
}
