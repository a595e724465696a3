/**
 * What a message is: a report, the rest of one, an answer, or a wish to hear nothing more. One person often needs
 * several messages for one thing; two things must not become one. Pure.
 */
import type { SenderStanding } from '@atesto/contract';
import { commandOf } from './stop-words.js';

export interface SenderState {
  standing: SenderStanding;
  optedOutAt: Date | null;
  language: string | null;
  /** The report that the conversation is about. */
  reportId: string | null;
  /** What the next message is expected to be. */
  awaiting: 'place' | 'answer' | null;
  awaitingUntil: Date | null;
  /** Null before the first message. */
  lastInAt: Date | null;
  /** Messages since `recentSince`. */
  recentIn: number;
  recentSince: Date;
}

/** What counts of a message here. */
export interface MessageFacts {
  text: string;
  /** A position, or certain words for one. */
  hasPlace: boolean;
  hasMedia: boolean;
  isWhole: boolean;
}

export type Decision =
  | { kind: 'report'; isQuarantined: boolean; reply: 'received' | 'where' | null; next: SenderState }
  | { kind: 'answer'; reportId: string; isPlace: boolean; reply: 'noted' | null; next: SenderState }
  | { kind: 'stopped' | 'started'; next: SenderState }
  | { kind: 'blocked' | 'empty'; next: SenderState };

const minuteMs = 60_000;
/** How long the question for a place waits for its answer. */
const placePatienceMs = 6 * 60 * minuteMs;
/** People answer in several messages. */
const afterthoughtMs = 15 * minuteMs;
/** A photo or a position without words belongs to what was written shortly before. */
const wordlessMs = 30 * minuteMs;
/** Longer words than these, late and without a place, are a new thing rather than the answer to "where?". */
const longestPlaceAnswer = 80;
const recentMs = 10 * minuteMs;
/** Two machines that answer each other stop here. */
const mostReplies = 6;
/** More than that from one person within the window waits for a look. */
const floodFrom = 30;

export function decideMessage(sender: SenderState, message: MessageFacts, isStrict: boolean, now: Date): Decision {
  const state = counted(sender, now);
  const command = message.hasMedia || message.isWhole ? null : commandOf(message.text);
  if (command === 'stop') return { kind: 'stopped', next: { ...state, optedOutAt: now, awaiting: null } };
  if (command === 'start') return { kind: 'started', next: { ...state, optedOutAt: null } };
  if (state.standing === 'blocked') return { kind: 'blocked', next: state };
  // A form without the fields that we know may hold others.
  const hasSomething = message.isWhole || message.hasPlace || message.hasMedia || message.text.trim() !== '';
  if (!hasSomething) return { kind: 'empty', next: state };
  const reportId = message.isWhole ? null : reportBehind(sender, message, now);
  if (reportId !== null) return answering(state, reportId, message, now);
  const isFlood = state.recentIn > floodFrom;
  const asks = !message.hasPlace && !message.isWhole;
  return {
    kind: 'report',
    isQuarantined: state.standing !== 'trusted' && (isStrict || isFlood),
    reply: mayReply(state) ? (asks ? 'where' : 'received') : null,
    next: {
      ...state,
      // The caller fills in the report's id.
      awaiting: asks ? 'place' : null,
      awaitingUntil: asks ? new Date(now.getTime() + placePatienceMs) : null,
    },
  };
}

/** The report that a message belongs to, null for a new one. */
function reportBehind(sender: SenderState, message: MessageFacts, now: Date): string | null {
  const { reportId, awaiting, awaitingUntil, lastInAt } = sender;
  if (reportId === null) return null;
  const sinceMs = lastInAt === null ? Infinity : now.getTime() - lastInAt.getTime();
  const isAwaited = awaiting !== null && awaitingUntil !== null && awaitingUntil > now;
  if (isAwaited && awaiting === 'answer') return reportId;
  const isShort = message.text.length <= longestPlaceAnswer;
  if (isAwaited && (message.hasPlace || isShort || sinceMs <= afterthoughtMs)) return reportId;
  const isWordless = message.text.trim() === '';
  return isWordless && sinceMs <= wordlessMs ? reportId : null;
}

function answering(state: SenderState, reportId: string, message: MessageFacts, now: Date): Decision {
  const isPlace = state.awaiting === 'place' && (message.hasPlace || message.text.trim() !== '');
  const soon = new Date(now.getTime() + afterthoughtMs);
  const { awaitingUntil } = state;
  const isDone = state.awaiting === 'place' && message.hasPlace;
  return {
    kind: 'answer',
    reportId,
    isPlace,
    reply: isDone && mayReply(state) ? 'noted' : null,
    next: {
      ...state,
      awaiting: isDone ? null : state.awaiting,
      awaitingUntil: isDone || awaitingUntil === null || awaitingUntil < soon ? awaitingUntil : soon,
    },
  };
}

const mayReply = (state: SenderState): boolean => state.optedOutAt === null && state.recentIn <= mostReplies;

function counted(sender: SenderState, now: Date): SenderState {
  const isRecent = now.getTime() - sender.recentSince.getTime() < recentMs;
  return {
    ...sender,
    lastInAt: now,
    recentIn: isRecent ? sender.recentIn + 1 : 1,
    recentSince: isRecent ? sender.recentSince : now,
  };
}
