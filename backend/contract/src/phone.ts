/** What a phone sends beside its reports: that it saw the same, and where it wants to be told. */
import { Type } from 'class-transformer';
import { IsObject, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';

export class ConfirmIncident {
  /** Made on the phone and kept there, so that one person counts once. Only a keyed hash of it is stored. */
  @IsUUID('all')
  person!: string;
}

export interface ConfirmationReceipt {
  /** How many people saw it too. */
  confirmations: number;
}

/** Both in base64url, as the browser's `PushSubscription` says them. */
export class PushKeys {
  @Matches(/^[A-Za-z0-9_-]{86,88}={0,2}$/)
  p256dh!: string;

  @Matches(/^[A-Za-z0-9_-]{21,24}={0,2}$/)
  auth!: string;
}

export class SubscribeToPush {
  @IsString()
  @Length(1, 2000)
  endpoint!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => PushKeys)
  keys!: PushKeys;

  /** BCP 47 tag of the language in which to be told. */
  @Matches(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
  @MaxLength(35)
  language!: string;
}

export class UnsubscribeFromPush {
  @IsString()
  @Length(1, 2000)
  endpoint!: string;
}

export class SendAnswer {
  /** Made on the phone: the same id again is the same answer. */
  @IsUUID('all')
  id!: string;

  @IsString()
  @Length(1, 2000)
  text!: string;
}

/** What the phone is sent. It holds no word of the report. */
export interface PushPayload {
  kind: 'asked' | 'verified' | 'rejected' | 'resolved';
  /** Path of the follow page. */
  follow: string;
  title: string;
  body: string;
}

export interface PushKeyView {
  /** The installation's public key, in base64url. */
  key: string;
}
