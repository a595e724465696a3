/** All migrations in their order. */
import { First1764000000000 } from './20261123-first.js';
import { Phone1764001000000 } from './20261124-phone.js';
import { Gateways1764002000000 } from './20261125-gateways.js';
import { Transcripts1764004000000 } from './20261125-transcripts.js';
import { VoiceCalls1764004500000 } from './20261125-voice-calls.js';
import { MessageParts1764005000000 } from './20261125-message-parts.js';
import { SuggestionWords1764300400000 } from './20261128-suggestion-words.js';
import { ReadyAnswers1764400050000 } from './20261129-ready-answers.js';
import { RowImages1764400000000 } from './20261129-row-images.js';
import { Exercises1764400500000 } from './20261129-exercises.js';
import { Duplicates1764400100000 } from './20261129-duplicates.js';
import { Replays1764400510000 } from './20261129-replays.js';
import { Evidence1764400300000 } from './20261129-evidence.js';
import { Teamwork1764400200000 } from './20261129-teamwork.js';
import { Dispatch1764400301000 } from './20261129-dispatch.js';
import { Acts1764400400002, Finding1764400400000, Views1764400400001 } from './20261129-finding.js';
import { Offers1764400601000 } from './20261129-offers.js';
import { OffersByTime1764400610000 } from './20261129-offers-by-time.js';
import { HandOvers1764400210000 } from './20261129-hand-overs.js';
import { Notices1764400520000 } from './20261129-notices.js';
import { DeliveriesByTime1764400621000 } from './20261129-deliveries-by-time.js';
import { Overlays1764400701000 } from './20261129-overlays.js';
import { Exports1764500000000 } from './20261130-exports.js';
import { Alerts1764400803000 } from './20261129-alerts.js';
import { ShareConfirmed1764500420000 } from './20261130-share-confirmed.js';
import { Sharing1764401100000 } from './20261129-sharing.js';
import { Webhooks1764401000000 } from './20261129-webhooks.js';
import { KeyLimits1764500410000 } from './20261130-key-limits.js';
import { Situation1764500400000 } from './20261130-situation.js';

export const migrations = [
  First1764000000000,
  Phone1764001000000,
  Gateways1764002000000,
  Transcripts1764004000000,
  VoiceCalls1764004500000,
  MessageParts1764005000000,
  SuggestionWords1764300400000,
  RowImages1764400000000,
  ReadyAnswers1764400050000,
  Exercises1764400500000,
  Finding1764400400000,
  Duplicates1764400100000,
  Replays1764400510000,
  Evidence1764400300000,
  Views1764400400001,
  Teamwork1764400200000,
  Dispatch1764400301000,
  Acts1764400400002,
  HandOvers1764400210000,
  Notices1764400520000,
  Offers1764400601000,
  OffersByTime1764400610000,
  DeliveriesByTime1764400621000,
  Overlays1764400701000,
  Exports1764500000000,
  Alerts1764400803000,
  Webhooks1764401000000,
  Sharing1764401100000,
  Situation1764500400000,
  KeyLimits1764500410000,
  ShareConfirmed1764500420000,
];
