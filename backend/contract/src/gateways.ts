/** Gateways: the set-up ways in and back out of a deployment, as a coordinator sees and changes them. */
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { Omittable } from './omittable.js';
import type { Channel, Instant, Translations } from './vocabulary.js';

export const gatewayFieldTypes = ['text', 'secret', 'number', 'choice', 'flag', 'long'] as const;
export type GatewayFieldType = (typeof gatewayFieldTypes)[number];

/** One setting of a kind of gateway, with everything a form needs to ask for it. */
export interface GatewayField {
  name: string;
  type: GatewayFieldType;
  label: Translations;
  help?: Translations;
  isRequired?: boolean;
  choices?: { value: string; label: Translations }[];
}

/** A kind of gateway that this installation can speak with. */
export interface GatewayKindView {
  kind: string;
  channel: Channel;
  name: Translations;
  /** What it is and what to do at the provider. */
  about: Translations;
  fields: GatewayField[];
}

export class NewGateway {
  @IsString()
  @Length(1, 40)
  kind!: string;

  @IsString()
  @Length(1, 100)
  name!: string;

  /** By field name. Secrets are kept encrypted and never given out again. */
  @IsObject()
  settings!: Record<string, unknown>;
}

export class PatchGateway {
  @Omittable()
  @IsString()
  @Length(1, 100)
  name?: string;

  @Omittable()
  @IsBoolean()
  enabled?: boolean;

  /** Only what is named changes; a secret that is left out stays, `null` clears a field. */
  @Omittable()
  @IsObject()
  settings?: Record<string, unknown>;

  /** True makes a new address: the old one is refused from now on. */
  @Omittable()
  @IsBoolean()
  renewAddress?: boolean;
}

/**
 * `well`: heard or sent, no fault since. `waiting`: nothing came yet. `silent`: it should have called and did not.
 * `failing`: the last thing that happened was a fault. `off`: switched off.
 */
export const gatewayHealths = ['well', 'waiting', 'silent', 'failing', 'off'] as const;
export type GatewayHealth = (typeof gatewayHealths)[number];

export interface GatewayView {
  id: string;
  kind: string;
  channel: Channel;
  name: string;
  enabled: boolean;
  /** Without secrets. */
  settings: Record<string, unknown>;
  /** Names of the secrets that are set. */
  secrets: string[];
  /** What to enter at the provider, or to scan. */
  addresses: GatewayAddress[];
  health: GatewayHealth;
  lastInAt: Instant | null;
  lastOutAt: Instant | null;
  lastPollAt: Instant | null;
  lastErrorAt: Instant | null;
  lastError: string | null;
  version: number;
}

export interface GatewayAddress {
  label: Translations;
  url: string;
  /** To be scanned by a phone: a square of `size` units, drawn as one SVG path. */
  code?: { size: number; path: string };
}

export class GatewayLogQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** Id of the last entry seen. */
  @IsOptional()
  @IsUUID('all')
  cursor?: string;
}

/** One request or answer of the last days, personal data masked. */
export interface GatewayLogEntry {
  id: string;
  at: Instant;
  direction: 'in' | 'out';
  request: string;
  answer: string;
  status: number | null;
  /** What became of it: `report`, `answer`, `repeat`, `refused`, … */
  outcome: string;
}

/** Where an outgoing message is; it never goes back in this order, save that `failed` and `delivered` end it. */
export const deliveries = ['queued', 'handed', 'sent', 'delivered', 'failed', 'withheld'] as const;
export type Delivery = (typeof deliveries)[number];

export const senderStandings = ['unknown', 'trusted', 'blocked'] as const;
export type SenderStanding = (typeof senderStandings)[number];

export class PutStanding {
  @IsIn(senderStandings)
  standing!: SenderStanding;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

/** One person behind a channel address, over all that they sent to this deployment. */
export interface SenderView {
  standing: SenderStanding;
  optedOut: boolean;
  language: string | null;
  reports: { id: string; status: string; receivedAt: Instant; text: string }[];
}
