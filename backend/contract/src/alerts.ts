/** Alerts: what anyone may ask to be told of, and what responders tell those who asked. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Omittable } from './omittable.js';
import { PushKeys } from './phone.js';
import { severities, type Instant, type Severity } from './vocabulary.js';

/** What is kept for who subscribes; a feed in Atom is asked for and needs no subscription. */
export const alertWays = ['email', 'sms', 'push'] as const;
export type AlertWay = (typeof alertWays)[number];

/** What a subscription can hear of an incident, each once. */
export const alertNews = ['public', 'high', 'critical', 'resolved'] as const;
export type AlertNews = (typeof alertNews)[number];

export const alertRadii = { least: 100, most: 1_000_000 } as const;

export class AlertCircle {
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat!: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  lon!: number;

  /** In metres. */
  @IsInt()
  @Min(alertRadii.least)
  @Max(alertRadii.most)
  radius!: number;
}

/** Which part of the world is meant: a circle, or a drawn area, or without either the whole deployment. */
export class AlertArea {
  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => AlertCircle)
  circle?: AlertCircle;

  /** Corners, `lon,lat;lon,lat;…`. */
  @Omittable()
  @IsString()
  @Length(1, 10_000)
  area?: string;
}

/** A wish with categories. */
export class AlertWish extends AlertArea {
  /** Codes, each with everything below it. None: all. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  categories?: string[];
}

/** Where a browser wants to be told. */
export class AlertBrowser {
  @IsString()
  @Length(1, 2000)
  endpoint!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => PushKeys)
  keys!: PushKeys;
}

export class SubscribeToAlerts extends AlertWish {
  @IsIn(alertWays)
  way!: AlertWay;

  /** An e-mail address or a phone number with its country; not for browsers. */
  @Omittable()
  @IsString()
  @Length(1, 254)
  address?: string;

  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => AlertBrowser)
  browser?: AlertBrowser;

  /** The least that is told. */
  @Omittable()
  @IsIn(severities)
  severity?: Severity;

  /** What the person calls the middle of the circle: neither kept nor sent to anybody. */
  @Omittable()
  @IsString()
  @Length(1, 200)
  place?: string;

  /** BCP 47 tag of the language in which to be told. */
  @Matches(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
  @MaxLength(35)
  language!: string;
}

/** The same for every address, known or not. */
export interface AlertReceipt {
  /** Path of the page that comes next: where the code is typed, or where it is ended; null where a mail is on its way. */
  next: string | null;
}

export class AlertFeedQuery {
  @Omittable()
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @Omittable()
  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lon?: number;

  @Omittable()
  @Type(() => Number)
  @IsInt()
  @Min(alertRadii.least)
  @Max(alertRadii.most)
  radius?: number;

  @Omittable()
  @IsString()
  @Length(1, 10_000)
  area?: string;

  /** Codes, parted by commas. */
  @Omittable()
  @IsString()
  @MaxLength(2000)
  categories?: string;

  @Omittable()
  @IsIn(severities)
  severity?: Severity;

  @Omittable()
  @Matches(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
  lang?: string;
}

export class PreviewBroadcast extends AlertWish {}

export class SendBroadcast extends AlertWish {
  /** Made by the client: the same id again is the same broadcast. */
  @IsUUID('all')
  id!: string;

  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  subject!: string;

  @IsString()
  @Length(1, 1000)
  @Matches(/\S/)
  text!: string;

  @IsIn(severities)
  severity!: Severity;

  /** Also where the same words were sent to an area that touches this one a moment ago. */
  @Omittable()
  @IsBoolean()
  again?: boolean;
}

/** How many addresses are told, by each way. */
export type BroadcastReach = Record<AlertWay, number>;

export interface AlertAreaView {
  circle: { lat: number; lon: number; radius: number } | null;
  /** Corners, `lon,lat;lon,lat;…`. */
  area: string | null;
}

/** What everybody may read. */
export interface PublicBroadcast extends AlertAreaView {
  id: string;
  at: Instant;
  subject: string;
  text: string;
  severity: Severity;
  categories: string[];
}

export interface BroadcastDeliveries {
  sent: number;
  failed: number;
  waiting: number;
}

export interface BroadcastView extends PublicBroadcast {
  by: { id: string; name: string } | null;
  deliveries: Record<AlertWay, BroadcastDeliveries>;
}
