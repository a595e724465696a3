/** How one row goes back, and what is in the way of it. */
import { describe, expect, it } from '@jest/globals';
import { netImages } from './net-images.js';
import { isWorthUndoing, planRow } from './plan-row.js';

const key = { id: 'a' };
const image = (seq: number, before: object | null, after: object | null, table = 'incidents') => ({
  seq: String(seq),
  table,
  key,
  before: before as Record<string, unknown> | null,
  after: after as Record<string, unknown> | null,
});
const net = (before: object | null, after: object | null, table = 'incidents') =>
  netImages([image(1, before, after, table)])[0] ?? { table, key, before: null, after: null };

describe('the images of one transaction', () => {
  it('come to one change of each row, from the first to the last', () => {
    const changes = [
      image(1, { status: 'new', x: 1 }, { status: 'mid', x: 2 }),
      image(2, { status: 'mid' }, { status: 'end' }),
    ];
    expect(netImages(changes)).toEqual([
      { table: 'incidents', key, before: { status: 'new', x: 1 }, after: { status: 'end', x: 2 } },
    ]);
  });

  it('leave out what was made and deleted again, and what came to nothing', () => {
    expect(netImages([image(1, null, { x: 1 }), image(2, { x: 1 }, null)])).toEqual([]);
    expect(netImages([image(1, { x: 1 }, { x: 2 }), image(2, { x: 2 }, { x: 1 })])).toEqual([]);
  });

  it('of a row made and then changed hold it as it was in the end', () => {
    expect(netImages([image(1, null, { x: 1, y: 1 }), image(2, { x: 1 }, { x: 2 })])).toEqual([
      { table: 'incidents', key, before: null, after: { x: 2, y: 1 } },
    ]);
  });

  it('of a row changed and then deleted hold it as it was at first', () => {
    expect(netImages([image(1, { x: 1 }, { x: 2 }), image(2, { x: 2, y: 1 }, null)])).toEqual([
      { table: 'incidents', key, before: { x: 1, y: 1 }, after: null },
    ]);
  });
});

describe('a row', () => {
  it('goes back in what changed, and its version goes up', () => {
    const plan = planRow(net({ title: 'a', version: 1 }, { title: 'b', version: 2 }), {
      title: 'b',
      status: 'x',
      version: 5,
    });
    expect(plan).toEqual({ do: 'update', values: { title: 'a', version: 6 } });
  });

  it('does not, where a column changed since', () => {
    expect(planRow(net({ title: 'a' }, { title: 'b' }), { title: 'c' })).toEqual({ do: 'refuse', changed: ['title'] });
    expect(planRow(net({ title: 'a' }, { title: 'b' }), null)).toEqual({ do: 'refuse', changed: [] });
  });

  it('keeps what was counted since, and the date of a later change', () => {
    const counted = net({ report_count: 1, updated_at: 't1' }, { report_count: 2, updated_at: 't2' });
    expect(planRow(counted, { report_count: 5, updated_at: 't9' })).toEqual({
      do: 'update',
      values: { report_count: 4, updated_at: 't9' },
    });
  });

  it('that was made goes, but not with the work of others', () => {
    const made = net(null, { title: 'a', version: 1 });
    expect(planRow(made, { title: 'a', version: 3 })).toEqual({ do: 'delete' });
    expect(planRow(made, { title: 'b', version: 3 })).toEqual({ do: 'refuse', changed: ['title'] });
  });

  it('that was deleted comes back', () => {
    const gone = net({ title: 'a', version: 1 }, null);
    expect(planRow(gone, null)).toEqual({ do: 'insert', values: { title: 'a', version: 2 } });
    expect(planRow(gone, { title: 'new' })).toEqual({ do: 'refuse', changed: [] });
  });

  it('of which only the version changed is nothing to take back', () => {
    expect(isWorthUndoing(net({ version: 1 }, { version: 2 }))).toBe(false);
    expect(isWorthUndoing(net({ version: 1, x: 1 }, { version: 2, x: 2 }))).toBe(true);
  });

  it('may have had its claim prolonged meanwhile', () => {
    const claim = net({ claimed_by: null, claimed_until: null }, { claimed_by: 'una', claimed_until: 't1' }, 'reports');
    expect(planRow(claim, { claimed_by: 'una', claimed_until: 't2' })).toMatchObject({ do: 'update' });
  });
});
