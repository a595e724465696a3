/** The statements of the intake: a batch in one, what is new and what was known. */
import { describe, expect, it } from '@jest/globals';
import { idOf, moment } from '../../../test/support/samples.js';
import { useDatabase } from '../../../test/support/test-database.js';
import { readHistory } from '../platform/index.js';
import { findKnown, insertIncoming, type IncomingReport, newName } from './intake.queries.js';

const used = useDatabase();
const deploymentId = idOf(900);

const incoming = (n: number, parts: Partial<IncomingReport> = {}): IncomingReport => ({
  deploymentId,
  id: idOf(n),
  channel: 'web',
  externalId: `phone-${n}`,
  text: `Report ${n}`,
  categoryId: null,
  lon: null,
  lat: null,
  accuracy: null,
  place: null,
  language: null,
  observedAt: null,
  receivedAt: moment,
  answers: '{}',
  mediaExpected: 0,
  quarantined: false,
  sealed: null,
  addressName: null,
  ...parts,
});

const insert = (...reports: IncomingReport[]): Promise<Set<string>> => insertIncoming(used.sql, reports);

async function count(table: string): Promise<number> {
  const [row] = await used.sql.query<{ n: number }>(
    `select count(*)::int as n from ${table} where deployment_id = $1`,
    [deploymentId],
  );
  return row?.n ?? 0;
}

describe('a batch of reports', () => {
  it('is stored with its journal, every field where it belongs', async () => {
    const full = incoming(1, {
      categoryId: idOf(2),
      lon: -72.5,
      lat: 18.25,
      accuracy: 12.5,
      place: 'an "odd", {place}',
      language: 'ht',
      observedAt: new Date(0),
      answers: '{"depth": [1, null]}',
      mediaExpected: 2,
      quarantined: true,
    });
    expect(await insert(full, incoming(2))).toEqual(
      new Set([newName(deploymentId, idOf(1)), newName(deploymentId, idOf(2))]),
    );
    const rows = await used.sql.query(
      `select text, category_id, st_x(location) as lon, st_y(location) as lat, accuracy_metres, place, language,
         observed_at, received_at, answers, contactable, media_expected, quarantined, status,
         version
       from reports where deployment_id = $1 order by id`,
      [deploymentId],
    );
    expect(rows).toEqual([
      {
        text: 'Report 1',
        category_id: idOf(2),
        lon: -72.5,
        lat: 18.25,
        accuracy_metres: 12.5,
        place: 'an "odd", {place}',
        language: 'ht',
        observed_at: new Date(0),
        received_at: moment,
        answers: { depth: [1, null] },
        contactable: false,
        media_expected: 2,
        quarantined: true,
        status: 'new',
        version: 1,
      },
      expect.objectContaining({ text: 'Report 2', lon: null, answers: {}, observed_at: null }),
    ]);
    expect((await readHistory(used.sql, deploymentId, idOf(1))).map(({ kind }) => kind)).toEqual(['report.received']);
  });

  it('stores one of two of the same name inside it, and one of two of the same id', async () => {
    const stored = await insert(incoming(1), incoming(2, { externalId: 'phone-1' }), incoming(1, { externalId: 'x' }));
    expect([stored.size, await count('reports'), await count('journal')]).toEqual([1, 1, 1]);
  });

  it('leaves what is there untouched, and journals it no second time', async () => {
    await insert(incoming(1));
    expect(await insert(incoming(1, { text: 'another text' }), incoming(2))).toEqual(
      new Set([newName(deploymentId, idOf(2))]),
    );
    const [row] = await used.sql.query<{ text: string }>('select text from reports where id = $1', [idOf(1)]);
    expect([row?.text, await count('journal')]).toEqual(['Report 1', 2]);
  });

  it('keeps the same name apart in another channel and in another deployment', async () => {
    const elsewhere = incoming(3, { externalId: 'phone-1', deploymentId: idOf(901) });
    const stored = await insert(incoming(1), incoming(2, { externalId: 'phone-1', channel: 'sms' }), elsewhere);
    expect(stored.size).toBe(3);
  });

  it('seals contacts beside the new reports only', async () => {
    const contact = { sealed: Buffer.from([0, 1, 255]), addressName: Buffer.from([7]) };
    await insert(incoming(1, contact), incoming(2), incoming(3, { sealed: Buffer.from([9]) }));
    await insert(incoming(1, { sealed: Buffer.from([66]) }));
    const rows = await used.sql.query('select report_id, sealed, address_name from reporters order by report_id');
    expect(rows).toEqual([
      { report_id: idOf(1), sealed: contact.sealed, address_name: contact.addressName },
      { report_id: idOf(3), sealed: Buffer.from([9]), address_name: null },
    ]);
    const flags = await used.sql.query<{ contactable: boolean }>('select contactable from reports order by id');
    expect(flags.map(({ contactable }) => contactable)).toEqual([true, false, true]);
  });

  it('of nothing is nothing', async () => {
    expect(await insert()).toEqual(new Set());
  });
});

describe('what stands in the way', () => {
  it('is found by name and by id, in its own deployment only', async () => {
    await insert(incoming(1), incoming(2));
    const find = async (report: IncomingReport): Promise<string[]> =>
      (await findKnown(used.sql, [report])).map(({ id }) => id);
    expect(await find(incoming(9, { externalId: 'phone-1' }))).toEqual([idOf(1)]);
    expect(await find(incoming(2, { externalId: 'other' }))).toEqual([idOf(2)]);
    expect(await find(incoming(1, { deploymentId: idOf(901) }))).toEqual([]);
    expect(await find(incoming(9, { externalId: 'phone-1', channel: 'sms' }))).toEqual([]);
  });
});
