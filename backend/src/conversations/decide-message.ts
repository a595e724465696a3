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
  /** The report of ours that it certainly answers. */
  inReplyTo?: string | null;
  /** The report that the message says it completes. */
  restOf?: string | null;
  isDoubtful?: boolean;
}

export type Decision =
  | {
      kind: 'report';
      isQuarantined: boolean;
      reply: 'received' | 'where' | null;
      /** The conversation goes on about what it was about. */
      isApart: boolean;
      next: SenderState;
    }
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
  const { inReplyTo = null, restOf = null } = message;
  // Whoever has our message in hands is the one we wrote to, whatever name stands above.
  const isDoubtful = message.isDoubtful === true && inReplyTo === null;
  // What was chosen or asked for in a form is never a wish to hear nothing more.
  const isPlainWords = !message.hasMedia && !message.isWhole && restOf === null && !isDoubtful;
  const command = isPlainWords ? commandOf(message.text) : null;
  if (command === 'stop') return { kind: 'stopped', next: { ...state, optedOutAt: now, awaiting: null } };
  if (command === 'start') return { kind: 'started', next: { ...state, optedOutAt: null } };
  if (state.standing === 'blocked') return { kind: 'blocked', next: state };
  // A form without the fields that we know may hold others.
  const hasSomething = message.isWhole || message.hasPlace || message.hasMedia || message.text.trim() !== '';
  if (!hasSomething) return { kind: 'empty', next: state };
  if (isDoubtful) return { kind: 'report', isQuarantined: true, reply: null, isApart: true, next: state };
  if (restOf !== null)
    return { kind: 'answer', reportId: restOf, isPlace: message.hasPlace, reply: null, next: settled(state, restOf) };
  const reportId = message.isWhole ? null : reportBehind(sender, message, now);
  if (reportId !== null) return answering(state, reportId, message, now);
  const isFlood = state.recentIn > floodFrom;
  const asks = !message.hasPlace && !message.isWhole;
  return {
    kind: 'report',
    isQuarantined: state.standing !== 'trusted' && (isStrict || isFlood),
    reply: mayReply(state) ? (asks ? 'where' : 'received') : null,
    isApart: false,
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
  if (typeof message.inReplyTo === 'string') return message.inReplyTo;
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
  // What was asked about another report is not what is answered here; the conversation turns to this one.
  const awaiting = state.reportId === reportId ? state.awaiting : null;
  const isPlace = awaiting === 'place' && (message.hasPlace || message.text.trim() !== '');
  const soon = new Date(now.getTime() + afterthoughtMs);
  const { awaitingUntil } = state;
  const isDone = awaiting === 'place' && message.hasPlace;
  return {
    kind: 'answer',
    reportId,
    isPlace,
    reply: isDone && mayReply(state) ? 'noted' : null,
    next: {
      ...state,
      awaiting: isDone ? null : awaiting,
      awaitingUntil: isDone || awaitingUntil === null || awaitingUntil < soon ? awaitingUntil : soon,
    },
  };
}

/** Nothing is awaited of the report any more; what is awaited of another one still is. */
const settled = (state: SenderState, reportId: string): SenderState =>
  state.reportId === reportId ? { ...state, awaiting: null } : state;

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
