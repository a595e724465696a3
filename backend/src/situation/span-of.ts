/** The span that a situation report speaks of, and the stretches in which it is counted. Pure. */
import type { SituationQuery } from '@atesto/contract';
import { invalidInput, type Buckets } from '../platform/index.js';

export interface Span {
  from: Date;
  to: Date;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const longestDays = 366;
const mostStretches = 32;
const stretches = [15, 60, 180, 360, 720, 1440, 2880, 10_080, 20_160];

/** `lastTo` is where the last saved one ended. @throws Problem 422 for a span that is none or too long */
export function spanOf(query: Pick<SituationQuery, 'from' | 'to' | 'since'>, now: Date, lastTo: Date | null): Span {
  const to = query.to === undefined ? now : new Date(query.to);
  const asked = query.from === undefined ? null : new Date(query.from);
  const since = query.since === 'last' && lastTo !== null ? lastTo : new Date(to.getTime() - dayMs);
  const from = asked ?? since;
  const length = to.getTime() - from.getTime();
  if (!(length > 0) || length > longestDays * dayMs) {
    throw invalidInput([{ pointer: '/from', detail: `must lie before "to" by at most ${longestDays} days` }]);
  }
  return { from, to };
}

export function stretchesOf({ from, to }: Span): Buckets {
  const minutes = (to.getTime() - from.getTime()) / minuteMs;
  const step = stretches.find((one) => minutes / one <= mostStretches) ?? stretches.at(-1)!;
  return { from, minutes: step, count: Math.max(1, Math.ceil(minutes / step)) };
}
