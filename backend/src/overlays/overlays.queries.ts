/** All SQL of overlays. */
import type { Sql } from '../platform/index.js';
import type { OverlayRow } from './overlays.entities.js';

export type OverlayRecord = Omit<OverlayRow, 'deployment_id'>;

const columns =
  'id, kind, names, visibility, position, opacity, attribution, shown, min_zoom, max_zoom, file, details, version';

/** From the lowest to the topmost. */
export function overlaysOf(sql: Sql, deploymentId: string): Promise<OverlayRecord[]> {
  return sql.query<OverlayRecord>(`select ${columns} from overlays where deployment_id = $1 order by position, id`, [
    deploymentId,
  ]);
}

/** The deployment's row stands for the list: two who add or arrange at once come one after the other. */
export async function lockOverlays(tx: Sql, deploymentId: string): Promise<OverlayRecord[]> {
  await tx.query('select 1 from deployments where id = $1 for update', [deploymentId]);
  return overlaysOf(tx, deploymentId);
}

export async function lockOverlay(tx: Sql, deploymentId: string, id: string): Promise<OverlayRecord | null> {
  const [row] = await tx.query<OverlayRecord>(
    `select ${columns} from overlays where deployment_id = $1 and id = $2 for update`,
    [deploymentId, id],
  );
  return row ?? null;
}

const valuesOf = (row: OverlayRecord): unknown[] => [
  row.id,
  JSON.stringify(row.names),
  row.visibility,
  row.position,
  row.opacity,
  row.attribution,
  row.shown,
  row.min_zoom,
  row.max_zoom,
  row.file,
  JSON.stringify(row.details),
];

export async function insertOverlay(tx: Sql, deploymentId: string, row: OverlayRecord): Promise<void> {
  await tx.query(
    `insert into overlays (deployment_id, id, names, visibility, position, opacity, attribution, shown, min_zoom,
       max_zoom, file, details, kind)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [deploymentId, ...valuesOf(row), row.kind],
  );
}

export async function writeOverlay(tx: Sql, deploymentId: string, row: OverlayRecord): Promise<void> {
  await tx.query(
    `update overlays set names = $3, visibility = $4, position = $5, opacity = $6, attribution = $7, shown = $8,
       min_zoom = $9, max_zoom = $10, file = $11, details = $12, version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, ...valuesOf(row)],
  );
}

/** With the areas of it. */
export async function deleteOverlay(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query('delete from overlay_areas where deployment_id = $1 and overlay_id = $2', [deploymentId, id]);
  await tx.query('delete from overlays where deployment_id = $1 and id = $2', [deploymentId, id]);
}

export async function arrangeOverlays(tx: Sql, deploymentId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update overlays set position = o.at from unnest($2::uuid[]) with ordinality as o (id, at)
     where overlays.deployment_id = $1 and overlays.id = o.id and overlays.position <> o.at`,
    [deploymentId, ids],
  );
}
