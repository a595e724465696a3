/** All SQL of the areas of authority layers. */
import { derivedId, type Sql } from '../../platform/index.js';
import type { OverlayAreaRow } from '../overlays.entities.js';

export type AreaRecord = Omit<OverlayAreaRow, 'deployment_id' | 'overlay_id'>;

const columns = 'id, area_key, name, state, note, source, since, valid_until';

export function areasOf(sql: Sql, deploymentId: string, overlayId: string): Promise<AreaRecord[]> {
  return sql.query<AreaRecord>(
    `select ${columns} from overlay_areas where deployment_id = $1 and overlay_id = $2 order by area_key`,
    [deploymentId, overlayId],
  );
}

export const areaIdOf = (overlayId: string, key: string): string => derivedId('area', overlayId, key);

export async function lockArea(tx: Sql, deploymentId: string, id: string): Promise<AreaRecord | null> {
  const [row] = await tx.query<AreaRecord>(
    `select ${columns} from overlay_areas where deployment_id = $1 and id = $2 for update`,
    [deploymentId, id],
  );
  return row ?? null;
}

export async function writeArea(tx: Sql, deploymentId: string, area: AreaRecord): Promise<void> {
  await tx.query(
    `update overlay_areas set state = $3, note = $4, source = $5, since = $6, valid_until = $7
     where deployment_id = $1 and id = $2`,
    [deploymentId, area.id, area.state, area.note, area.source, area.since, area.valid_until],
  );
}

/** Those that are not named any more go, new ones come, and of the others only what is different is written. */
export async function replaceAreas(
  tx: Sql,
  deploymentId: string,
  overlayId: string,
  areas: readonly AreaRecord[],
): Promise<void> {
  await tx.query(
    'delete from overlay_areas where deployment_id = $1 and overlay_id = $2 and not (id = any($3::uuid[]))',
    [deploymentId, overlayId, areas.map(({ id }) => id)],
  );
  const column = (name: keyof AreaRecord): unknown[] => areas.map((area) => area[name]);
  await tx.query(
    `insert into overlay_areas (deployment_id, overlay_id, ${columns})
     select $1, $2, * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::timestamptz[], $10::timestamptz[])
     on conflict (deployment_id, id) do update set name = excluded.name, state = excluded.state, note = excluded.note,
       source = excluded.source, since = excluded.since, valid_until = excluded.valid_until
     where (overlay_areas.name, overlay_areas.state, overlay_areas.note, overlay_areas.source, overlay_areas.since,
       overlay_areas.valid_until) is distinct from (excluded.name, excluded.state, excluded.note, excluded.source,
       excluded.since, excluded.valid_until)`,
    [
      deploymentId,
      overlayId,
      ...(['id', 'area_key', 'name', 'state', 'note', 'source', 'since', 'valid_until'] as const).map(column),
    ],
  );
}

/** Of the people who set states. */
export async function namesOfPeople(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>('select id, name from users where id = any($1::uuid[])', [
    ids,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
