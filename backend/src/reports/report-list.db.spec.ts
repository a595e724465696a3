/** The report list's statements: filters as people mean them, pages without a gap or a double. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportListQuery } from '@atesto/contract';
import { categories, idOf, moment, sampleDeployment } from '../../../test/support/samples.js';
import { useDatabase } from '../../../test/support/test-database.js';
import { Keys, pageOf, readKeyset, writeDocuments } from '../platform/index.js';
import { reportConditions, type Viewer } from './report-filter.js';
import { reportDocuments } from './report-search.js';
import { reporterQuery } from './reporter-marks.js';
import { listReports, releaseExpiredClaims } from './reports.queries.js';

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

const rowsOf = (query: ReportListQuery, limit = 100) => {
  const after = query.cursor === undefined ? null : readKeyset(query.cursor);
  return listReports(used.sql, reportConditions(query, deployment, viewer), limit, after);
};
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

const keys = new Keys('a secret that is made up for this test only');
async function index(...numbers: number[]): Promise<void> {
  await writeDocuments(
    used.sql,
    deployment.id,
    await reportDocuments(used.sql, keys, deployment.id, numbers.map(idOf)),
  );
}

describe('words', () => {
  it('are found without accents, all of them, the last one unfinished', async () => {
    await put({ n: 1, text: 'Überschwemmung am Fluß', place: 'école fermée' }, { n: 2, text: 'Flood at the river' });
    await index(1, 2);
    await index(1);
    expect(await found({ q: 'uberschw' })).toEqual([1]);
    expect(await found({ q: 'fluss' })).toEqual([1]);
    expect(await found({ q: 'ÉCOLE ferm' })).toEqual([1]);
    expect(await found({ q: 'flood riv' })).toEqual([2]);
    expect(await found({ q: 'flood école' })).toEqual([]);
    expect(await found({ q: `flo'od & !x` })).toEqual([]);
  });

  it('are found in every script', async () => {
    await put(
      { n: 1, text: 'نحتاج إلى المَاء في المدرسة' },
      { n: 2, text: 'Вода в подвале, ёлка упала' },
      { n: 3, text: '避難所に水がありません' },
      { n: 4, text: 'ถนนขาดที่สะพาน' },
      { n: 5, text: 'नदी में बाढ़' },
      { n: 6, text: '수도가 끊겼습니다' },
    );
    await index(1, 2, 3, 4, 5, 6);
    for (const [q, numbers] of [
      ['ماء', [1]],
      ['الماء', [1]],
      ['الى المدرسه', [1]],
      ['елка ПОДВ', [2]],
      ['難所', [3]],
      ['避難所 水', [3]],
      ['難避', []],
      ['所水', []],
      ['ん', [3]],
      ['สะพาน', [4]],
      ['บาน', []],
      ['बाढ़', [5]],
      ['수도', [6]],
    ] as const) {
      expect([q, await found({ q })]).toEqual([q, numbers]);
    }
  });

  it('may be an incident’s number or a report’s id', async () => {
    await put({ n: 1 }, { n: 2, text: '12 wells' }, { n: 3 });
    await index(1, 2, 3);
    await used.sql.query(
      `insert into incidents (deployment_id, id, number, title, visibility) values ($1, $2, 12, 'Dry', 'internal')`,
      [deployment.id, idOf(70)],
    );
    await used.sql.query('update reports set incident_id = $1 where id = $2', [idOf(70), idOf(1)]);
    expect(await found({ q: '#12' })).toEqual([1]);
    expect(await found({ q: '12' })).toEqual([1, 2]);
    expect(await found({ q: idOf(3) })).toEqual([3]);
  });

  it('find what a reporter wrote later, and never what was written to them', async () => {
    await put({ n: 1 });
    for (const [number, direction, text] of [
      [80, 'in', 'behind the bakery'],
      [81, 'out', 'thank you kindly'],
    ] as const) {
      await used.sql.query(
        'insert into messages (deployment_id, id, report_id, direction, text) values ($1, $2, $3, $4, $5)',
        [deployment.id, idOf(number), idOf(1), direction, text],
      );
    }
    await index(1);
    expect([await found({ q: 'bakery' }), await found({ q: 'kindly' })]).toEqual([[1], []]);
  });
});

describe('a reporter', () => {
  it('is found by those who may know, until the contact is erased', async () => {
    await put({ n: 1, text: 'Call 0555 0100 300' }, { n: 2 });
    const sealed = keys.seal(JSON.stringify({ name: 'Ana Ejemplo', phone: '+005550100200' }));
    await used.sql.query('insert into reporters (deployment_id, report_id, sealed) values ($1, $2, $3)', [
      deployment.id,
      idOf(2),
      sealed,
    ]);
    await index(1, 2);
    const allowed = { ...viewer, reporterQuery: (search: string) => reporterQuery(keys, search) };
    const foundBy = async (query: ReportListQuery, by: Viewer): Promise<number[]> =>
      (await listReports(used.sql, reportConditions(query, deployment, by), 9)).map(({ id }) => Number(id.slice(-12)));
    expect(await foundBy({ reporter: 'ejemplo' }, allowed)).toEqual([2]);
    expect(await foundBy({ q: '0555 0100 200' }, allowed)).toEqual([2]);
    expect(await foundBy({ q: '0555 0100 200' }, viewer)).toEqual([]);
    expect(await foundBy({ q: 'ejemplo' }, allowed)).toEqual([]);
    expect(await foundBy({ reporter: 'ejemplo' }, viewer)).toEqual([]);
    await used.sql.query('delete from reporters where report_id = $1', [idOf(2)]);
    await index(2);
    expect(await foundBy({ reporter: 'ejemplo' }, allowed)).toEqual([]);
  });
});

describe('an area', () => {
  it('finds what is inside it or on its edge, in hollows not, and on both sides of the antimeridian', async () => {
    await put({ n: 1, lat: 1, lon: 1 }, { n: 2, lat: 3.5, lon: 2 }, { n: 3, lat: 0, lon: 2 }, { n: 4 });
    await put({ n: 5, lat: 0.5, lon: 179.9 }, { n: 6, lat: 0.5, lon: -179.9 }, { n: 7, lat: 5, lon: -179.9 });
    expect(await found({ area: '0,0;4,0;4,4;2,2;0,4' })).toEqual([1, 3]);
    expect(await found({ area: '179,0;181,0;181,1;179,1' })).toEqual([5, 6]);
    expect(await found({ area: '-181,0;-179,0;-179,1;-181,1' })).toEqual([5, 6]);
  });
});

describe('the other filters', () => {
  const change = (n: number, sql: string): Promise<unknown> =>
    used.sql.query(`update reports set ${sql} where id = $1`, [idOf(n)]);

  it('tell urgency, language, media, contact and the time when it was seen', async () => {
    await put({ n: 1 }, { n: 2 }, { n: 3 });
    await change(1, `priority = 'critical', language = 'ar', media_count = 2`);
    await change(2, `contactable = true, language = 'de', observed_at = '2026-01-01T12:00:00Z'`);
    expect(await found({ priority: 'critical,high' })).toEqual([1]);
    expect(await found({ language: 'ar,none' })).toEqual([1, 3]);
    expect([await found({ media: 'true' }), await found({ media: 'false' })]).toEqual([[1], [2, 3]]);
    expect([await found({ contact: 'true' }), await found({ contact: 'false' })]).toEqual([[2], [1, 3]]);
    expect(await found({ time: 'observed', to: '2026-01-02T00:00:00Z' })).toEqual([2]);
    expect(await found({ to: '2026-01-02T00:00:00Z' })).toEqual([]);
  });

  it('tell who was asked and has written back, or has not', async () => {
    await put({ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 });
    const message = (n: number, direction: string, second: number): Promise<unknown> =>
      used.sql.query(
        `insert into messages (deployment_id, id, report_id, direction, text, at) values ($1, $2, $3, $4, '', $5)`,
        [deployment.id, idOf(n * 100 + second), idOf(n), direction, new Date(moment.getTime() + second * 1000)],
      );
    await message(1, 'out', 1);
    await message(2, 'out', 1);
    await message(2, 'in', 2);
    await message(3, 'in', 1);
    expect([await found({ answered: 'true' }), await found({ answered: 'false' })]).toEqual([[2], [1]]);
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
