/** All SQL of saved situation reports. */
import type { Audience, SituationState, SituationText } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { StateRows } from './compare-states.js';

export interface SavedRecord {
  id: string;
  number: number;
  title: string;
  texts: SituationText[];
  from_at: Date;
  to_at: Date;
  taken_at: Date;
  published: boolean;
}

export interface FormerRecord {
  number: number;
  to_at: Date;
  taken_at: Date;
  states: StateRows;
}

const columns = 'id, number, title, texts, from_at, to_at, taken_at, published';

/** The last one that this audience can read. */
export async function formerReport(sql: Sql, deploymentId: string, audience: Audience): Promise<FormerRecord | null> {
  const [row] = await sql.query<FormerRecord>(
    `select number, to_at, taken_at, states->($2::text) as states from situation_reports
     where deployment_id = $1 and (published or $2::text <> 'public') order by number desc limit 1`,
    [deploymentId, audience],
  );
  return row ?? null;
}

/** The newest first, those before the number `before`. */
export function listReports(
  sql: Sql,
  deploymentId: string,
  isInternal: boolean,
  limit: number,
  before: number | null,
): Promise<SavedRecord[]> {
  return sql.query<SavedRecord>(
    `select ${columns} from situation_reports
     where deployment_id = $1 and (published or $2::boolean) and ($4::integer is null or number < $4::integer)
     order by number desc limit $3`,
    [deploymentId, isInternal, limit, before],
  );
}

export async function reportOfNumber(
  sql: Sql,
  deploymentId: string,
  number: number,
  audience: Audience,
): Promise<(SavedRecord & { state: SituationState }) | null> {
  const [row] = await sql.query<SavedRecord & { state: SituationState }>(
    `select ${columns}, frozen->($3::text) as state from situation_reports where deployment_id = $1 and number = $2`,
    [deploymentId, number, audience],
  );
  return row ?? null;
}

/** The number that the next one gets; nobody else gets it until the transaction ends. */
export async function nextNumber(tx: Sql, deploymentId: string): Promise<number> {
  await tx.query('select from deployments where id = $1 for update', [deploymentId]);
  const [row] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from situation_reports where deployment_id = $1',
    [deploymentId],
  );
  return row?.number ?? 1;
}

export interface NewReport extends SavedRecord {
  createdBy: string;
  frozen: Record<Audience, SituationState>;
  states: Record<Audience, StateRows>;
}

export async function insertReport(tx: Sql, deploymentId: string, report: NewReport): Promise<void> {
  await tx.query(
    `insert into situation_reports (deployment_id, id, number, title, texts, from_at, to_at, taken_at, published,
       created_by, frozen, states)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      deploymentId,
      report.id,
      report.number,
      report.title,
      JSON.stringify(report.texts),
      report.from_at,
      report.to_at,
      report.taken_at,
      report.published,
      report.createdBy,
      JSON.stringify(report.frozen),
      JSON.stringify(report.states),
    ],
  );
}

export interface LockedReport {
  id: string;
  published: boolean;
  /** What the public reads. */
  state: SituationState;
}

export async function lockReport(tx: Sql, deploymentId: string, number: number): Promise<LockedReport | null> {
  const [row] = await tx.query<LockedReport>(
    `select id, published, frozen->'public' as state
     from situation_reports where deployment_id = $1 and number = $2 for update`,
    [deploymentId, number],
  );
  return row ?? null;
}

export async function writePublished(tx: Sql, deploymentId: string, id: string, published: boolean): Promise<void> {
  await tx.query('update situation_reports set published = $3 where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
    published,
  ]);
}
