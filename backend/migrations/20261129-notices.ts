/** What people want to be told of, what they were told in the console, and what was sent to them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table notice_preferences (
     deployment_id uuid not null,
     user_id uuid not null,
     preferences jsonb not null,
     chat_sealed bytea,
     phone_sealed bytea,
     phone_code text,
     phone_code_until timestamptz,
     phone_tries integer not null default 0,
     phone_confirmed boolean not null default false,
     version integer not null default 1,
     constraint notice_preferences_pk primary key (deployment_id, user_id)
   )`,
  `create table notices (
     deployment_id uuid not null,
     user_id uuid not null,
     seq bigint not null,
     kind text not null,
     subject_kind text not null,
     subject_id uuid not null,
     number integer,
     category_id uuid,
     severity text not null,
     at timestamptz not null,
     read_at timestamptz,
     constraint notices_pk primary key (deployment_id, user_id, seq)
   )`,
  'create index notices_unread on notices (deployment_id, user_id) where read_at is null',
  `create table notice_deliveries (
     deployment_id uuid not null,
     user_id uuid not null,
     seq bigint not null,
     way text not null,
     state text not null default 'waiting',
     due_at timestamptz not null,
     attempts integer not null default 0,
     message_id uuid,
     handled_at timestamptz,
     detail text,
     constraint notice_deliveries_pk primary key (deployment_id, user_id, seq, way)
   )`,
  `create index notice_deliveries_due on notice_deliveries (due_at) where state in ('waiting', 'sending')`,
  `create table notice_devices (
     deployment_id uuid not null,
     user_id uuid not null,
     name bytea not null,
     sealed bytea not null,
     created_at timestamptz not null,
     constraint notice_devices_pk primary key (deployment_id, user_id, name)
   )`,
];

export class Notices1764400520000 implements MigrationInterface {
  readonly name = 'Notices1764400520000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice_devices', 'notice_deliveries', 'notices', 'notice_preferences']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
