/** Reads which requests somebody asks for. Pure. */
import type { Fault } from './write-answer.js';

export interface RequestQuery {
  /** These and no others, whatever else is asked. */
  ids: string[];
  /** Null: all of them. */
  codes: string[] | null;
  statuses: ('open' | 'closed')[];
  from: Date;
  /** The first moment that does not count any more. */
  to: Date;
  page: number;
  pageSize: number;
}

const dayMs = 86_400_000;
const longestDays = 90;
const mostRequests = 1_000;
const mostIds = 100;

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A moment with its zone, or a day, which begins in UTC. */
function momentOf(text: string | undefined): Date | null | undefined {
  if (text === undefined || text.trim() === '') return null;
  // A plus in an address means a space to those who read it.
  const plain = text.trim().replace(/ (\d{2}:?\d{2})$/, '+$1');
  const isMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/i.test(plain);
  const moment = new Date(plain);
  return isMoment && !Number.isNaN(moment.getTime()) ? moment : undefined;
}

function numberOf(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined || text.trim() === '') return fallback;
  return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : undefined;
}

const bad = (description: string): Fault => ({ code: 400, description });

/** An empty parameter is as good as none. */
export function readQuery(query: Record<string, string>, now: Date): RequestQuery | Fault[] {
  const faults: Fault[] = [];
  const ids = listOf(query['service_request_id']);
  if (ids.length > mostIds) faults.push(bad(`At most ${mostIds} service_request_id fit into one request.`));
  const codes = listOf(query['service_code']);
  const statuses = listOf(query['status']);
  if (!statuses.every((status) => status === 'open' || status === 'closed'))
    faults.push(bad('status must be open or closed, or both with a comma between them.'));
  const [start, end] = [momentOf(query['start_date']), momentOf(query['end_date'])];
  if (start === undefined || end === undefined)
    faults.push(bad('start_date and end_date must be like 2010-01-01T00:00:00Z.'));
  const spanMs = longestDays * dayMs;
  const until = end ?? new Date(Math.min(now.getTime(), (start?.getTime() ?? Infinity) + spanMs));
  const from = start ?? new Date(until.getTime() - spanMs);
  if (until.getTime() - from.getTime() > spanMs)
    faults.push(bad(`From start_date to end_date there may be at most ${longestDays} days.`));
  const [page, pageSize] = [numberOf(query['page'], 1), numberOf(query['page_size'], mostRequests)];
  if (page === undefined || pageSize === undefined)
    faults.push(bad('page and page_size must be whole numbers from 1.'));
  if (ids.length > 0 && ids.length <= mostIds) faults.length = 0;
  if (faults.length > 0) return faults;
  return {
    ids,
    codes: codes.length === 0 ? null : codes,
    statuses: statuses as ('open' | 'closed')[],
    from,
    // Our own times are told in whole seconds.
    to: new Date(until.getTime() + 1_000),
    page: page ?? 1,
    pageSize: Math.min(pageSize ?? mostRequests, mostRequests),
  };
}
