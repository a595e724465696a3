/**
 * Row images: what a transaction did to the rows that people decide about, kept by a trigger (`migrations/row-images.ts`),
 * and how a row is put back. Names of tables and columns come from the database itself and are quoted all the same.
 */
import type { Sql } from './database.js';

/** Column values as the database writes them as JSON, geometry as it is stored. */
export type RowValues = Record<string, unknown>;

export interface RowImage {
  seq: string;
  table: string;
  key: RowValues;
  /** Null where the row was made; of a changed row the columns that changed. */
  before: RowValues | null;
  /** Null where the row was deleted. */
  after: RowValues | null;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function imagesOfTransaction(sql: Sql, deploymentId: string, xid: string): Promise<RowImage[]> {
  return sql.query<RowImage>(
    `select seq, table_name as "table", row_key as key, before, after from row_images
     where deployment_id = $1 and xid = $2 order by seq`,
    [deploymentId, xid],
  );
}

/** Those columns whose JSON would be rounded. */
export async function geometryColumns(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and atttypid = 'geometry'::regtype and attnum > 0 and not attisdropped`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Each part of the key is looked up once, so that the index of the primary key serves. The table is called t. */
const isRow = (table: string, key: RowValues): string =>
  [
    't.deployment_id = $1 and $2::jsonb is not null',
    ...Object.keys(key).map((part) => {
      const whole = `jsonb_populate_record(null::${quoted(table)}, $2::jsonb)`;
      return `t.${quoted(part)} = (select k.${quoted(part)} from ${whole} k)`;
    }),
  ].join(' and ');

/** The row as it is, locked until the transaction ends. */
export async function lockRow(
  tx: Sql,
  deploymentId: string,
  table: string,
  key: RowValues,
  geometry: readonly string[],
): Promise<RowValues | null> {
  const exact = geometry.map((name) => `|| jsonb_build_object('${name}', t.${quoted(name)}::text)`).join(' ');
  const [row] = await tx.query<{ row: RowValues }>(
    `select to_jsonb(t) ${exact} as row from ${quoted(table)} t where ${isRow(table, key)} for update`,
    [deploymentId, JSON.stringify(key)],
  );
  return row?.row ?? null;
}

export async function writeRow(
  tx: Sql,
  deploymentId: string,
  table: string,
  key: RowValues,
  values: RowValues,
): Promise<void> {
  const columns = Object.keys(values).map(quoted);
  if (columns.length === 0) return;
  await tx.query(
    `update ${quoted(table)} t set ${columns.map((column) => `${column} = n.${column}`).join(', ')}
     from jsonb_populate_record(null::${quoted(table)}, $3::jsonb) n
     where ${isRow(table, key)}`,
    [deploymentId, JSON.stringify(key), JSON.stringify(values)],
  );
}

export async function insertRow(tx: Sql, table: string, values: RowValues): Promise<void> {
  const columns = Object.keys(values).map(quoted).join(', ');
  await tx.query(
    `insert into ${quoted(table)} (${columns})
     select ${columns} from jsonb_populate_record(null::${quoted(table)}, $1::jsonb)`,
    [JSON.stringify(values)],
  );
}

export async function deleteRow(tx: Sql, deploymentId: string, table: string, key: RowValues): Promise<void> {
  await tx.query(`delete from ${quoted(table)} t where ${isRow(table, key)}`, [deploymentId, JSON.stringify(key)]);
}

/**
 * Images from a dump bear the numbers of another server's transactions. Those that this one has still to give out would
 * be mistaken for its own, so they are kept as a record, and nothing is undone by them any more.
 */
export async function settleRestoredImages(sql: Sql): Promise<void> {
  await sql.query(`update row_images set xid = 0 where xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`);
}
