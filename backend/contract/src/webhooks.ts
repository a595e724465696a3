/** Webhooks: what other systems are told of incidents, at addresses that coordinators register. */
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
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { IncidentView, PublicIncident } from './incidents.js';
import { Omittable } from './omittable.js';
import type { PageQuery } from './paging.js';
import { audiences, severities, type Audience, type Instant, type Severity } from './vocabulary.js';

/** What can be asked for. That an incident which was told is withdrawn is always told. */
export const webhookKinds = ['incident.opened', 'incident.changed', 'incident.resolved'] as const;
export type WebhookKind = (typeof webhookKinds)[number];
export type WebhookEventType = WebhookKind | 'incident.withdrawn' | 'ping';

class WebhookFields {
  @Omittable()
  @IsBoolean()
  enabled?: boolean;

  /** Category codes; a parent includes its children. Empty: all, and incidents without one. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  categories?: string[];

  /** Incidents below it are not told. */
  @Omittable()
  @IsIn(severities)
  minSeverity?: Severity;
}

export class NewWebhook extends WebhookFields {
  @IsString()
  @Length(1, 120)
  name!: string;

  @IsString()
  @Length(1, 1000)
  url!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(webhookKinds, { each: true })
  kinds!: WebhookKind[];

  /** `public`: what everybody may see; `responders`: all incidents as responders see them. Never reports. */
  @IsIn(audiences)
  audience!: Audience;
}

export class PatchWebhook extends WebhookFields {
  @Omittable()
  @IsString()
  @Length(1, 120)
  name?: string;

  @Omittable()
  @IsString()
  @Length(1, 1000)
  url?: string;

  @Omittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(webhookKinds, { each: true })
  kinds?: WebhookKind[];

  @Omittable()
  @IsIn(audiences)
  audience?: Audience;
}

export class ReplayWebhook {
  /** What was created then or later; left out: everything that was given up. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  since?: string;
}

export const deliveryStates = ['waiting', 'delivered', 'given_up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export class WebhookLogQuery implements PageQuery {
  @IsOptional()
  @IsIn(deliveryStates)
  state?: DeliveryState;

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

/** `gone`: it answered that it is there no more, so it was switched off; `failing`: for a day or longer. */
export type WebhookHealth = 'well' | 'unused' | 'faltering' | 'failing' | 'gone' | 'off';

export interface WebhookView {
  id: string;
  name: string;
  url: string;
  enabled: boolean;
  audience: Audience;
  kinds: WebhookKind[];
  categories: string[];
  minSeverity: Severity;
  health: WebhookHealth;
  waiting: number;
  givenUp: number;
  failingSince: Instant | null;
  lastDeliveredAt: Instant | null;
  /** Until then what is sent is signed with the former secret, too. */
  formerSecretUntil: Instant | null;
  version: number;
}

/** The secret is told here and never again. */
export interface WebhookWithSecret extends WebhookView {
  secret: string;
}

export interface WebhookDelivery {
  id: string;
  type: WebhookEventType;
  incident: string | null;
  sequence: number;
  createdAt: Instant;
  state: DeliveryState;
  attempts: number;
  /** HTTP status of the last answer; null when none came. */
  status: number | null;
  error: string | null;
  durationMs: number | null;
  lastTriedAt: Instant | null;
  nextTryAt: Instant | null;
}

/** What is sent as the body. Signed by the scheme of Standard Webhooks. */
export interface WebhookEvent {
  /** The same however often it is sent. */
  id: string;
  type: WebhookEventType;
  /** When it happened. */
  at: Instant;
  deployment: string;
  /** Counts up by one for each webhook; 0 for a ping. */
  sequence: number;
  /** Of one that was withdrawn its id only. */
  data: { incident?: PublicIncident | IncidentView | { id: string } };
}
