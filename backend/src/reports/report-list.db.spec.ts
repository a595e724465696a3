/** The report list's statements: filters as people mean them, pages without a gap or a double. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportListQuery } from '@atesto/contract';
import { categories, idOf, moment, sampleDeployment } from '../../../test/support/samples.js';
import { useDatabase } from '../../../test/support/test-database.js';
import { pageOf } from '../platform/index.js';
import { reportConditions } from './report-filter.js';
import { indexWords, listReports, releaseExpiredClaims } from './reports.queries.js';

const used = useDatabase();
const deployment = sampleDeployment();
const viewer = { userId: idOf(50), now: moment };
const categoryId = (code: string): string => categories.find((category) => category.code === code)?.id ?? '';

interface Sample {
  n: number;
  category?: string;
  lat?: number;
  lon?: number;
  receivedAt?: Date;
  status?: string;
  claimedBy?: string;
  claimedUntil?: Date;
  text?: string;
  place?: string;
}

async function put(...samples: Sample[]): Promise<void> {
  for (const sample of samples) {
    await used.sql.query(
      `insert into reports (deployment_id, id, channel, external_id, category_id, location, received_at, status,
         claimed_by, claimed_until, text, place)
       values ($1, $2::uuid, 'web', $2::uuid::text, $3, case when $4::float8 is null then null
         else st_setsrid(st_makepoint($4, $5), 4326) end, $6, $7, $8, $9, $10, $11)`,
      [
        deployment.id,
        idOf(sample.n),
        sample.category === undefined ? null : categoryId(sample.category),
        sample.lon ?? null,
        sample.lat ?? null,
        sample.receivedAt ?? moment,
        sample.status ?? 'new',
        sample.claimedBy ?? null,
        sample.claimedUntil ?? null,
        sample.text ?? '',
        sample.place ?? null,
      ],
    );
  }
}

const rowsOf = (query: ReportListQuery, limit = 100) =>
  listReports(used.sql, reportConditions(query, deployment, viewer), limit);
const found = async (query: ReportListQuery): Promise<number[]> =>
  (await rowsOf(query)).map(({ id }) => Number(id.slice(-12))).sort((a, b) => a - b);

describe('a box', () => {
  beforeEach(() =>
    put(
      { n: 1, lat: 0, lon: 179.5 },
      { n: 2, lat: 0, lon: -179.5 },
      { n: 3, lat: 0, lon: 0 },
      { n: 4, lat: 20, lon: 179.5 },
      { n: 5 },
    ),
  );

  it('across the antimeridian finds both sides and not the rest of the world', async () => {
    expect(await found({ bbox: '179,-1,-179,1' })).toEqual([1, 2]);
  });

  it('finds what is inside it, its edges included', async () => {
    expect(await found({ bbox: '-1,-1,1,1' })).toEqual([3]);
    expect(await found({ bbox: '0,0,179.5,20' })).toEqual([1, 3, 4]);
    expect(await found({ bbox: '-180,-90,180,90' })).toEqual([1, 2, 3, 4]);
  });

  it('is not needed to tell those with a place from those without', async () => {
    expect(await found({ located: 'true' })).toEqual([1, 2, 3, 4]);
    expect(await found({ located: 'false' })).toEqual([5]);
  });
});

describe('a category', () => {
  beforeEach(() =>
    put({ n: 1, category: 'water' }, { n: 2, category: 'valve' }, { n: 3, category: 'threat' }, { n: 4 }),
  );

  it('finds what is below it, `none` what has none, an unknown one nothing', async () => {
    expect(await found({ category: 'water' })).toEqual([1, 2]);
    expect(await found({ category: 'pipe,violence' })).toEqual([2, 3]);
    expect(await found({ category: 'none' })).toEqual([4]);
    expect(await found({ category: 'none,threat' })).toEqual([3, 4]);
    expect(await found({ category: 'no-such' })).toEqual([]);
  });
});

describe('an assignee', () => {
  const later = new Date(moment.getTime() + 60_000);

  it('counts while the claim holds; an ended claim is nobody’s', async () => {
    await put(
      { n: 1, claimedBy: idOf(50), claimedUntil: later },
      { n: 2, claimedBy: idOf(51), claimedUntil: later },
      { n: 3, claimedBy: idOf(50), claimedUntil: moment },
      { n: 4 },
    );
    expect(await found({ assignee: 'me' })).toEqual([1]);
    expect(await found({ assignee: idOf(51) })).toEqual([2]);
    expect(await found({ assignee: 'none' })).toEqual([3, 4]);
  });

  it('loses what was not decided in time, and only that', async () => {
    await put(
      { n: 1, status: 'in_review', claimedBy: idOf(50), claimedUntil: moment },
      { n: 2, status: 'needs_info', claimedBy: idOf(50), claimedUntil: moment },
      { n: 3, status: 'in_review', claimedBy: idOf(50), claimedUntil: later },
    );
    const released = await releaseExpiredClaims(used.sql, moment);
    expect(released.map(({ id }) => id).sort()).toEqual([idOf(1), idOf(2)]);
    const rows = (await rowsOf({})).sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(rows.map(({ status, claimed_by }) => [status, claimed_by])).toEqual([
      ['new', null],
      ['needs_info', null],
      ['in_review', idOf(50)],
    ]);
  });
});

describe('words', () => {
  it('are found without accents, all of them, the last one unfinished', async () => {
    await put({ n: 1, text: 'Überschwemmung am Fluß', place: 'école fermée' }, { n: 2, text: 'Flood at the river' });
    await indexWords(used.sql, deployment.id, [idOf(1), idOf(2)]);
    await indexWords(used.sql, deployment.id, [idOf(1)]);
    expect(await found({ q: 'uberschw' })).toEqual([1]);
    expect(await found({ q: 'ÉCOLE ferm' })).toEqual([1]);
    expect(await found({ q: 'flood riv' })).toEqual([2]);
    expect(await found({ q: 'flood école' })).toEqual([]);
    expect(await found({ q: `flo'od & !x` })).toEqual([]);
  });
});

describe('pages', () => {
  it('have no gap and no double, though many came in the same moment', async () => {
    await put(
      ...Array.from({ length: 23 }, (_, n) => ({ n: n + 1, receivedAt: new Date(moment.getTime() - (n % 3)) })),
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const rows = await rowsOf(cursor === null ? {} : { cursor }, 6);
      const page = pageOf(rows, 5, (row) => row.received_at);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([23, 23]);
    const times = (await rowsOf({})).map(({ received_at }) => received_at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });
});
