import { describe, expect, it } from '@jest/globals';
import type { IndexSource } from './index-source.js';
import { LiveIndex } from './live-index.js';
import type { IndexedPoint } from './point-index.js';

/** In the order of their names. */
const idOf = (name: string): string => `000000${name.charCodeAt(0).toString(16)}-0000-7000-8000-000000000000`;
const [zero, a, b, c] = ['0', 'a', 'b', 'c'].map(idOf) as [string, string, string, string];

const point = (id: string, x = 1): IndexedPoint => ({
  id,
  ...{ x, y: 1, category: 0, severity: 0, status: 0, time: 0, label: '' },
});

/** A table that answers only when told to, so that changes can come in between. */
function fakeSource(rows: Map<string, IndexedPoint>, gate: () => Promise<void> = () => Promise.resolve()) {
  const pages: (string | null)[] = [];
  const source: IndexSource = {
    tree: { codes: [null], parents: [-1] },
    words: { categories: [null], severities: [], statuses: [] },
    page: async (after) => {
      pages.push(after);
      const left = [...rows.keys()].sort().filter((id) => after === null || id > after);
      const page = left.slice(0, 2);
      const points = page.map((id) => rows.get(id)!);
      await gate();
      return { points: () => points, last: page.at(-1) ?? null };
    },
    byIds: (ids) => Promise.resolve(ids.flatMap((id) => rows.get(id) ?? [])),
  };
  return { source, pages };
}

describe('a live index', () => {
  it('loads page by page, once, when first asked', async () => {
    const { source, pages } = fakeSource(new Map([a, b, c].map((id) => [id, point(id)])));
    const live = new LiveIndex(source);
    expect(pages).toEqual([]);
    const [index, again] = await Promise.all([live.points(), live.points()]);
    expect(index.size).toBe(3);
    expect(again).toBe(index);
    expect(pages).toEqual([null, b, c]);
  });

  it('reads again what changed while it loaded', async () => {
    const rows = new Map([a, b, c].map((id) => [id, point(id)]));
    let pass: () => void = () => undefined;
    const { source } = fakeSource(rows, () => new Promise((resolve) => (pass = resolve)));
    const live = new LiveIndex(source);
    const loading = live.points();
    // The first page holds `a` already, which now goes, and will never hold `0`, which now comes.
    rows.delete(a);
    rows.set(zero, point(zero));
    await live.follow([a, zero]);
    for (let step = 0; step < 4; step++) {
      pass();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const index = await loading;
    expect([zero, a, b, c].filter((id) => index.has(id))).toEqual([zero, b, c]);
  });

  it('follows: what is no longer to be shown leaves', async () => {
    const rows = new Map([[a, point(a)]]);
    const live = new LiveIndex(fakeSource(rows).source);
    const index = await live.points();
    rows.delete(a);
    rows.set(b, point(b));
    await live.follow([a, b, idOf('z')]);
    expect(index.has(a)).toBe(false);
    expect(index.has(b)).toBe(true);
  });

  it('is loaded anew after a change that could not be read, rather than staying wrong', async () => {
    const rows = new Map([[a, point(a)]]);
    const { source } = fakeSource(rows);
    let isBroken = true;
    const live = new LiveIndex({
      ...source,
      byIds: (ids) => (isBroken ? Promise.reject(new Error('gone')) : source.byIds(ids)),
    });
    await live.points();
    rows.set(b, point(b));
    await expect(live.follow([b])).rejects.toThrow('gone');
    isBroken = false;
    expect((await live.points()).has(b)).toBe(true);
  });
});
