/** What phones add: quarantine, photos that follow, "I see this too", and where to push. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table reports
     add column quarantined boolean not null default false,
     add column media_expected integer not null default 0`,
  'create index reports_quarantined on reports (deployment_id, received_at desc, id desc) where quarantined',
  'alter table incidents add column confirmation_count integer not null default 0',

  `create table confirmations (
     deployment_id uuid not null,
     incident_id uuid not null,
     person bytea not null,
     at timestamptz not null default now(),
     constraint confirmations_pk primary key (deployment_id, incident_id, person)
   )`,

  `create table push_subscriptions (
     deployment_id uuid not null,
     report_id uuid not null,
     endpoint_name bytea not null,
     sealed bytea not null,
     language text not null,
     created_at timestamptz not null default now(),
     constraint push_subscriptions_pk primary key (deployment_id, report_id, endpoint_name)
   )`,
];

const undoing = [
  'drop table push_subscriptions',
  'drop table confirmations',
  'alter table incidents drop column confirmation_count',
  'drop index reports_quarantined',
  'alter table reports drop column media_expected, drop column quarantined',
];

export class Phone1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}
