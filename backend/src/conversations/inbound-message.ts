/** One message as every channel hands it in: the provider's dialect is gone, nothing is decided yet. */
import type { Location } from '@atesto/contract';
import type { Reporter } from '../intake/index.js';

export interface InboundMessage {
  /** Names the message within its gateway; the same name again is the same message. */
  externalId: string;
  /** Where an answer goes, in the adapter's own spelling: a number in E.164, a chat's id, an e-mail address. */
  address: string;
  /** Who it is, for those who may know. A phone number in E.164, or a handle, tells one person from others. */
  reporter: Reporter;
  text: string;
  location?: Location | undefined;
  place?: string | undefined;
  /** Code, where the person chose it from a menu. */
  category?: string | undefined;
  /** BCP 47, where the channel knows it. */
  language?: string | undefined;
  sentAt?: Date | undefined;
  answers?: Record<string, unknown> | undefined;
  /** What the adapter's `fetchMedium` can fetch later, one each. */
  media?: readonly string[];
  /** How many photos the channel itself brings later, under ids of its own. */
  mediaToFollow?: number;
  /** The report's id, should this become one: a UUID made from the content, by which a channel knows it again. */
  reportId?: string;
  /** Says all there is to say, as a form does: always a report of its own, and no question is asked back. */
  isWhole?: boolean;
  /** Id of the message of ours that this one answers, where that is certain; it need not be the last one. */
  inReplyTo?: string | undefined;
  /** The message whose report this one completes, by its external id, whatever else the person was asked. */
  restOf?: string | undefined;
  /** Who wrote is not certain: it waits in quarantine, ends and begins nothing, completes nothing, is not answered. */
  isDoubtful?: boolean;
  /** The provider itself answers STOP. */
  isStopAnswered?: boolean;
  /** No answer is sent: the channel has answered already, or must not. */
  isSilent?: boolean;
}

export type ReceptionKind = 'report' | 'answer' | 'repeat' | 'stopped' | 'started' | 'blocked' | 'empty';

/** What became of a message, for the log and for channels that answer at once. */
export interface Reception {
  kind: ReceptionKind;
  reportId: string | null;
  /** The secret address of the report's page; null where there is no report. */
  follow: string | null;
}
