/** All SQL of deployments and their categories. */
import type { Bounds, CategoryInput, DeploymentSummary, Policy } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { CategoryRow } from './category.entity.js';
import { Deployment } from './deployment.js';
import type { DeploymentRow } from './deployment.entity.js';
import { completePolicy } from './policy.js';

export async function loadDeployment(sql: Sql, by: 'slug' | 'id', value: string): Promise<Deployment | null> {
  const column = by === 'slug' ? 'slug' : 'id::text';
  const [row] = await sql.query<DeploymentRow & { categories: CategoryRow[] | null }>(
    `select d.*, (select json_agg(c order by c.position, c.code) from categories c where c.deployment_id = d.id) as categories
     from deployments d where ${column} = $1`,
    [value],
  );
  if (row === undefined) return null;
  const area = { west: row.west, south: row.south, east: row.east, north: row.north };
  const categories = (row.categories ?? []).map((category) => ({
    id: category.id,
    code: category.code,
    parentId: category.parent_id,
    names: category.names,
    colour: category.colour,
    icon: category.icon,
    sensitive: category.sensitive,
    archived: category.archived,
  }));
  const policy = completePolicy(row.policy);
  return new Deployment(row.id, row.slug, row.name, area, row.languages, policy, row.version, categories, row.exercise);
}

export function listDeployments(sql: Sql): Promise<DeploymentSummary[]> {
  return sql.query<DeploymentSummary>('select slug, name, exercise from deployments order by created_at, slug');
}

export interface DeploymentFields {
  slug: string;
  name: string;
  area: Bounds;
  languages: string[];
  policy: Policy;
}

export async function insertDeployment(
  tx: Sql,
  id: string,
  fields: DeploymentFields,
  exercise: boolean,
): Promise<void> {
  const { area } = fields;
  await tx.query(
    `insert into deployments (id, slug, name, west, south, east, north, languages, policy, exercise)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      fields.slug,
      fields.name,
      area.west,
      area.south,
      area.east,
      area.north,
      fields.languages,
      JSON.stringify(fields.policy),
      exercise,
    ],
  );
}

/** Writes the fields if the version is still the one given; the number of rows tells. */
export async function updateDeployment(
  tx: Sql,
  id: string,
  version: number,
  fields: Omit<DeploymentFields, 'slug'>,
): Promise<boolean> {
  const { area } = fields;
  const rows = await tx.query(
    `update deployments set name = $3, west = $4, south = $5, east = $6, north = $7, languages = $8, policy = $9,
       version = version + 1
     where id = $1 and version = $2 returning id`,
    [
      id,
      version,
      fields.name,
      area.west,
      area.south,
      area.east,
      area.north,
      fields.languages,
      JSON.stringify(fields.policy),
    ],
  );
  return rows.length > 0;
}

export async function touchDeployment(tx: Sql, id: string, version: number): Promise<boolean> {
  const rows = await tx.query(
    'update deployments set version = version + 1 where id = $1 and version = $2 returning id',
    [id, version],
  );
  return rows.length > 0;
}

/** Writes one category, keeping its id when the code exists already. */
export async function upsertCategory(
  tx: Sql,
  deploymentId: string,
  id: string,
  parentId: string | null,
  position: number,
  category: CategoryInput,
): Promise<void> {
  await tx.query(
    `insert into categories (deployment_id, id, code, parent_id, names, colour, icon, sensitive, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (deployment_id, code) do update set parent_id = excluded.parent_id, names = excluded.names,
       colour = excluded.colour, icon = excluded.icon, sensitive = excluded.sensitive, position = excluded.position,
       archived = false`,
    [
      deploymentId,
      id,
      category.code,
      parentId,
      JSON.stringify(category.names),
      category.colour,
      category.icon,
      category.sensitive,
      position,
    ],
  );
}

export async function archiveCategoriesExcept(tx: Sql, deploymentId: string, codes: string[]): Promise<void> {
  await tx.query('update categories set archived = true where deployment_id = $1 and not code = any($2::text[])', [
    deploymentId,
    codes,
  ]);
}

/** Adds languages that are not there yet, at the end. */
export async function addLanguages(tx: Sql, deploymentId: string, languages: readonly string[]): Promise<void> {
  await tx.query(
    `update deployments set version = version + 1,
       languages = languages || array(select l from unnest($2::text[]) as l where not l = any(languages))
     where id = $1 and not languages @> $2::text[]`,
    [deploymentId, languages],
  );
}

export async function unarchiveCategory(tx: Sql, deploymentId: string, code: string): Promise<void> {
  await tx.query('update categories set archived = false where deployment_id = $1 and code = $2', [deploymentId, code]);
}
