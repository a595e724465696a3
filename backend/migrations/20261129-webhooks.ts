/** Where other systems want to be told of incidents, and what waits to be sent to them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table webhooks (
     deployment_id uuid not null,
     id uuid not null,
     name text not null,
     enabled boolean not null default true,
     audience text not null,
     kinds jsonb not null,
     categories jsonb not null,
     min_severity text not null,
     sealed bytea not null,
     former_until timestamptz,
     last_sequence bigint not null default 0,
     gone_at timestamptz,
     created_at timestamptz not null,
     version integer not null default 1,
     constraint webhooks_pk primary key (deployment_id, id)
   )`,
  `create table webhook_told (
     deployment_id uuid not null,
     webhook_id uuid not null,
     incident_id uuid not null,
     constraint webhook_told_pk primary key (deployment_id, webhook_id, incident_id)
   )`,
  `create table outgoing_calls (
     deployment_id uuid not null,
     lane_id uuid not null,
     id uuid not null,
     kind text not null,
     subject_id uuid,
     sequence bigint not null,
     type text not null,
     body text not null,
     state text not null default 'waiting',
     attempts integer not null default 0,
     created_at timestamptz not null,
     since timestamptz not null,
     due_at timestamptz not null,
     first_failed_at timestamptz,
     tried_at timestamptz,
     status integer,
     error text,
     duration_ms integer,
     constraint outgoing_calls_pk primary key (deployment_id, lane_id, id)
   )`,
  `create index outgoing_calls_due on outgoing_calls (due_at) where state = 'waiting'`,
  `create index outgoing_calls_waiting on outgoing_calls (deployment_id, lane_id, subject_id, sequence)
   where state = 'waiting'`,
  'create index outgoing_calls_by_time on outgoing_calls (deployment_id, lane_id, created_at desc, id desc)',
];

export class Webhooks1764401000000 implements MigrationInterface {
  readonly name = 'Webhooks1764401000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outgoing_calls', 'webhook_told', 'webhooks']) await runner.query(`drop table ${table}`);
  }
}
