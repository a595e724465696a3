/** Row images: by transaction, only what changed, and exact to the last bit of a place. */
import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/support/samples.js';
import { useDatabase } from '../../../test/support/test-database.js';
import {
  deleteRow,
  geometryColumns,
  imagesOfTransaction,
  insertRow,
  lockRow,
  settleRestoredImages,
  writeRow,
  type RowImage,
  type RowValues,
} from './row-images.queries.js';

const used = useDatabase();
const deploymentId = idOf(900);
const key = { id: idOf(1) };

async function images(): Promise<RowImage[]> {
  const [row] = await used.sql.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  return imagesOfTransaction(used.sql, deploymentId, row?.xid ?? '');
}

/** A place that JSON of nine decimals would move. */
async function openIncident(): Promise<void> {
  await used.sql.query(
    `insert into incidents (deployment_id, id, number, title, visibility, location, accuracy_metres)
     values ($1, $2, 1, 'Bridge', 'public', st_setsrid(st_makepoint(0.1::float8 + 0.2::float8, -1.23456789012345678), 4326), 12.3)`,
    [deploymentId, idOf(1)],
  );
}

const current = async (): Promise<RowValues | null> => lockRow(used.sql, deploymentId, 'incidents', key, ['location']);

/** Every column as the database itself writes it. */
async function bytes(): Promise<unknown> {
  const [row] = await used.sql.query<{ row: string; place: string }>(
    `select i::text as row, encode(st_asbinary(location), 'hex') as place from incidents i where deployment_id = $1`,
    [deploymentId],
  );
  return row;
}

describe('row images', () => {
  it('note a row that was made as a whole, with its place as it is stored', async () => {
    await openIncident();
    const [image, ...others] = await images();
    expect(others).toEqual([]);
    expect(image).toMatchObject({ table: 'incidents', key, before: null, after: { title: 'Bridge', version: 1 } });
    expect(image?.after?.['location']).toMatch(/^0101000020E6100000[0-9A-F]{32}$/);
    expect(image?.after).toEqual(await current());
  });

  it('note of a change what changed, and nothing where nothing did', async () => {
    await openIncident();
    const set = async (title: string): Promise<unknown> =>
      used.sql.query('update incidents set title = $2 where deployment_id = $1', [deploymentId, title]);
    await set('Ford');
    await set('Ford');
    expect((await images()).slice(1)).toMatchObject([{ before: { title: 'Bridge' }, after: { title: 'Ford' } }]);
  });

  it('put back a changed and a deleted row to the bit', async () => {
    await openIncident();
    const before = await bytes();
    await used.sql.query(
      `update incidents set location = st_setsrid(st_makepoint(7, 7), 4326), accuracy_metres = null, title = 'x',
         opened_at = opened_at + interval '1 microsecond' where deployment_id = $1`,
      [deploymentId],
    );
    const change = (await images()).at(-1);
    await writeRow(used.sql, deploymentId, 'incidents', key, change?.before ?? {});
    expect(await bytes()).toEqual(before);
    await deleteRow(used.sql, deploymentId, 'incidents', key);
    expect(await current()).toBeNull();
    const deletion = (await images()).at(-1);
    expect(deletion?.after).toBeNull();
    await insertRow(used.sql, 'incidents', deletion?.before ?? {});
    expect(await bytes()).toEqual(before);
    expect(await geometryColumns(used.sql, 'incidents')).toEqual(['location']);
  });

  it('name rows by bytes as well', async () => {
    await used.sql.query(`insert into confirmations (deployment_id, incident_id, person) values ($1, $2, '\\x00ff')`, [
      deploymentId,
      idOf(1),
    ]);
    const [image] = await images();
    expect(image?.key).toEqual({ incident_id: idOf(1), person: '\\x00ff' });
    expect(await lockRow(used.sql, deploymentId, 'confirmations', image?.key ?? {}, [])).toEqual(image?.after);
  });

  it('are not kept of what arrives, nor of photos, but of what is decided about a report', async () => {
    await used.sql.query(
      `insert into reports (deployment_id, id, channel, external_id, text) values ($1, $2, 'web', 'a', 'words')`,
      [deploymentId, idOf(1)],
    );
    await used.sql.query('update reports set media_count = media_count + 1 where deployment_id = $1', [deploymentId]);
    expect(await images()).toEqual([]);
    await used.sql.query(`update reports set priority = 'high' where deployment_id = $1`, [deploymentId]);
    expect(await images()).toMatchObject([{ before: { priority: 'normal' }, after: { priority: 'high' } }]);
  });

  it('from the future of another server undo nothing here', async () => {
    await openIncident();
    await used.sql.query('update row_images set xid = xid + 1000000 where deployment_id = $1', [deploymentId]);
    await settleRestoredImages(used.sql);
    const rows = await used.sql.query('select xid from row_images where deployment_id = $1', [deploymentId]);
    expect(rows).toEqual([{ xid: '0' }]);
  });
});
