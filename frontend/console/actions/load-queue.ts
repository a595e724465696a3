/** Fetches the list that the address asks for, a page at a time. */
import type { Page } from '@atesto/contract';
import type { RoomAddress } from '../address/address.js';
import { listQuery } from '../address/list-query.js';
import { incidentRow, reportRow, type Row } from '../queue/row.js';
import { rowsOfWork, noWork } from '../together/work.js';
import { here, noteProblem, type Context } from './context.js';
import { loadWork } from './load-work.js';

const pageSize = 100;

export const queueKey = (room: RoomAddress): string =>
  `${room.slug} ${room.tab} ${listQuery(room.filter, room.tab).toString()}`;

const fetchPage = async (context: Context, room: RoomAddress, cursor: string | null): Promise<Page<Row>> => {
  if (room.tab === 'mine') return { items: rowsOfWork((await loadWork(context)) ?? noWork), next: null };
  const query = listQuery(room.filter, room.tab);
  query.set('limit', String(pageSize));
  if (cursor !== null) query.set('cursor', cursor);
  if (room.tab !== 'incidents') {
    const page = await here(context).reports(query);
    return { items: page.items.map(reportRow), next: page.next };
  }
  const page = await here(context).incidents(query);
  return { items: page.items.map(incidentRow), next: page.next };
};

export const loadQueue = async (context: Context, room: RoomAddress): Promise<void> => {
  const key = queueKey(room);
  context.store.dispatch({ type: 'queue.started', key });
  try {
    const { items: rows, next } = await fetchPage(context, room, null);
    context.store.dispatch({ type: 'queue.loaded', key, rows, next });
  } catch (error) {
    context.store.dispatch({ type: 'queue.failed', key, problem: noteProblem(context, error) });
  }
};

/** The newest rows once more, taken in like those of the live feed. */
export const freshenQueue = async (context: Context, room: RoomAddress): Promise<void> => {
  const { items: rows } = await fetchPage(context, room, null);
  context.store.dispatch({ type: 'queue.freshened', key: queueKey(room), rows });
};

export const loadNextPage = async (context: Context): Promise<void> => {
  const { address, queue } = context.store.get();
  if (address.screen !== 'room' || queue.phase !== 'ready' || queue.paging === 'loading' || queue.next === null) return;
  const key = queueKey(address);
  context.store.dispatch({ type: 'queue.paging', key });
  try {
    const { items: rows, next } = await fetchPage(context, address, queue.next);
    context.store.dispatch({ type: 'queue.page-loaded', key, rows, next });
  } catch (error) {
    context.store.dispatch({ type: 'queue.failed', key, problem: noteProblem(context, error) });
  }
};
