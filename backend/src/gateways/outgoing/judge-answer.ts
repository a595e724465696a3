/** What the answer to an outgoing call means. Pure. */
import type { PublicAnswer } from '../public-fetch.js';
import type { CallOutcome } from './outgoing-calls.js';
import { retryAfterMs } from './retry-schedule.js';

/** Nobody is there, or it is too much: what waits beside it would fare the same. */
const away = new Set([429, 502, 503, 504]);

export function judgeAnswer({ status, headers }: Pick<PublicAnswer, 'status' | 'headers'>, now: Date): CallOutcome {
  if (status >= 200 && status < 300) return { state: 'taken', status };
  return {
    state: 'failed',
    status,
    error: `The answer was ${status}.`,
    retryAfterMs: retryAfterMs(headers['retry-after'], now),
    isAway: away.has(status),
  };
}
