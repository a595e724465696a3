/** Notices: what a person wants to be told of, where to, and when. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Bounds } from './deployments.js';
import { Omittable } from './omittable.js';
import { severities, type Instant, type Severity } from './vocabulary.js';

/** The first three are about what happens in the deployment, the others about the person's own work. */
export const noticeKinds = [
  'report',
  'incident',
  'incident-changed',
  'assigned',
  'mention',
  'answer',
  'taken-over',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Beside the bell in the console, which rings for everything that fits a rule. */
export const noticeWays = ['push', 'email', 'sms', 'chat'] as const;
export type NoticeWay = (typeof noticeWays)[number];

export const noticePaces = ['now', 'hourly', 'daily'] as const;
export type NoticePace = (typeof noticePaces)[number];

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NoticeRule {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(noticeKinds, { each: true })
  kinds!: NoticeKind[];

  /** Only what lies in here; what has no place is told all the same. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Bounds)
  area?: Bounds | null;

  /** Codes, each with everything below it. None: all. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  categories?: string[];

  /** The least severity, of reports the least priority. */
  @Omittable()
  @IsIn(severities)
  severity?: Severity;

  @IsArray()
  @ArrayUnique()
  @IsIn(noticeWays, { each: true })
  ways!: NoticeWay[];

  @IsIn(noticePaces)
  pace!: NoticePace;
}

export class QuietHours {
  @Matches(time)
  from!: string;

  /** Before `from`: then they last over midnight. */
  @Matches(time)
  to!: string;

  /** What is critical is told all the same. */
  @IsBoolean()
  criticalPasses!: boolean;
}

export class PutNoticePreferences {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NoticeRule)
  rules!: NoticeRule[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => QuietHours)
  quiet?: QuietHours | null;

  /** When the daily digest comes. */
  @Matches(time)
  digestAt!: string;

  /** IANA name of the person's time zone. */
  @IsString()
  @Length(1, 60)
  zone!: string;

  /** Of what is sent. */
  @IsIn(['en', 'de'])
  language!: 'en' | 'de';

  /** Incoming webhook of a chat. Left out: the one that is kept; null: none. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  chatUrl?: string | null;
}

export class NewNoticePhone {
  @IsString()
  @Length(4, 30)
  number!: string;
}

export class ConfirmNoticePhone {
  @Matches(/^\d{6}$/)
  code!: string;
}

export class ReadNotices {
  /** All up to this one, by its `seq`. */
  @Matches(/^\d{1,19}$/)
  upTo!: string;
}

export interface NoticePreferencesView {
  rules: NoticeRule[];
  quiet: QuietHours | null;
  digestAt: string;
  zone: string;
  language: 'en' | 'de';
  /** Host of the chat's webhook; its address is a secret. */
  chatHost: string | null;
  email: string;
  /** Its last digits, and whether the code was given. */
  phone: { ends: string; confirmed: boolean } | null;
  /** Browsers that are told. */
  devices: number;
  /** What the deployment can send by at all. */
  open: NoticeWay[];
  version: number;
}

export interface NoticeView {
  seq: string;
  at: Instant;
  kind: NoticeKind;
  subject: { kind: 'report' | 'incident'; id: string };
  /** Of an incident. */
  number: number | null;
  title: string;
  category: string | null;
  severity: Severity;
  read: boolean;
}

export interface NoticesPage {
  items: NoticeView[];
  unread: number;
}

export interface NoticeDelivery {
  at: Instant;
  way: NoticeWay;
  /** How many notices it told of. */
  notices: number;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'withheld';
  detail: string | null;
}
