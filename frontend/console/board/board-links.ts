/** The view of the queue behind each number of the board: the same filters, as an address. Pure. */
import type { Age, IncidentStatus, Severity } from '@atesto/contract';
import { defaultFilter, noFilter, roomOf, type Filter, type RoomAddress } from '../address/address.js';

const hourMs = 3_600_000;
/** Hours from and until which an age runs; the oldest has no end. */
const agesIn: Record<Age, readonly [from: number, until: number | null]> = {
  hour: [0, 1],
  four_hours: [1, 4],
  day: [4, 24],
  three_days: [24, 72],
  older: [72, null],
};

/** Minutes, as the filter says them. */
export const minuteOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;

const reports = (slug: string, filter: Partial<Filter>): RoomAddress => ({
  ...roomOf(slug),
  filter: { ...noFilter, ...filter },
});

export const openLink = (slug: string, nowMs: number, age: Age | null, priority: Severity | null): RoomAddress => {
  const [from, until] = age === null ? [0, null] : agesIn[age];
  return reports(slug, {
    status: defaultFilter.reports.status,
    priority: priority === null ? [] : [priority],
    from: until === null ? '' : minuteOf(nowMs - until * hourMs),
    to: from === 0 ? '' : minuteOf(nowMs - from * hourMs),
  });
};

export const receivedLink = (
  slug: string,
  from: string,
  to: string,
  part: Pick<Partial<Filter>, 'channel' | 'category' | 'status'> = {},
): RoomAddress => reports(slug, { from: minuteOf(Date.parse(from)), to: minuteOf(Date.parse(to) + 59_999), ...part });

export const incidentsLink = (slug: string, filter: Partial<Filter>): RoomAddress => ({
  ...roomOf(slug, 'incidents'),
  filter: { ...noFilter, ...filter },
});

export const statusLink = (slug: string, status: IncidentStatus, severity: Severity | null): RoomAddress =>
  incidentsLink(slug, { status: [status], severity: severity === null ? [] : [severity] });
