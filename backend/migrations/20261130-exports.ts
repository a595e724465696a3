/** What files and feeds are asked by: the newest change of an incident, and what of the journal changes a file. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'create index incidents_latest on incidents (deployment_id, updated_at desc, id desc)',
  // The journal's whole order in a deployment, of those entries alone that a file of incidents can show.
  `create index journal_shown on journal (deployment_id, xid, seq)
     where kind like 'incident.%' or kind in ('action.undone', 'deployment.changed', 'categories.changed')`,
  `create table export_profiles (
     deployment_id uuid not null,
     id uuid not null,
     name text not null,
     audience text not null,
     filter text not null,
     columns jsonb not null,
     token_hash bytea,
     created_by uuid not null,
     created_at timestamptz not null default now(),
     last_used_at timestamptz,
     version integer not null default 1,
     constraint export_profiles_pk primary key (deployment_id, id)
   )`,
  'create unique index export_profiles_by_token on export_profiles (token_hash)',
  `create table export_jobs (
     deployment_id uuid not null,
     id uuid not null,
     format text not null,
     audience text not null,
     filter text not null,
     columns jsonb not null,
     state text not null,
     expected integer,
     rows integer not null default 0,
     bytes bigint,
     detail text,
     created_by uuid not null,
     created_at timestamptz not null default now(),
     ended_at timestamptz,
     expires_at timestamptz,
     constraint export_jobs_pk primary key (deployment_id, id)
   )`,
  'create index export_jobs_by_end on export_jobs (expires_at)',
];

export class Exports1764500000000 implements MigrationInterface {
  readonly name = 'Exports1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['export_jobs', 'export_profiles']) await runner.query(`drop table ${table}`);
    for (const index of ['journal_shown', 'incidents_latest']) await runner.query(`drop index ${index}`);
  }
}
