/** What gateways need: their settings and health, who wrote, what came, what goes out, and a log for a few days. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table gateways (
     deployment_id uuid not null,
     id uuid not null,
     kind text not null,
     name text not null,
     enabled boolean not null default true,
     settings jsonb not null default '{}',
     sealed bytea,
     token_version integer not null default 1,
     version integer not null default 1,
     created_at timestamptz not null default now(),
     last_in_at timestamptz,
     last_out_at timestamptz,
     last_poll_at timestamptz,
     last_error_at timestamptz,
     last_error text,
     constraint gateways_pk primary key (deployment_id, id)
   )`,

  `create table gateway_log (
     deployment_id uuid not null,
     id uuid not null,
     gateway_id uuid not null,
     at timestamptz not null default now(),
     direction text not null,
     request text not null,
     answer text not null,
     status integer,
     outcome text not null,
     constraint gateway_log_pk primary key (deployment_id, id)
   )`,
  'create index gateway_log_newest on gateway_log (deployment_id, gateway_id, id desc)',
  'create index gateway_log_oldest on gateway_log (at)',

  `create table senders (
     deployment_id uuid not null,
     gateway_id uuid not null,
     address_name bytea not null,
     sealed bytea not null,
     standing text not null default 'unknown',
     language text,
     opted_out_at timestamptz,
     report_id uuid,
     awaiting text,
     awaiting_until timestamptz,
     last_in_at timestamptz not null,
     recent_in integer not null default 0,
     recent_since timestamptz not null,
     constraint senders_pk primary key (deployment_id, gateway_id, address_name)
   )`,
  'create index senders_by_address on senders (deployment_id, address_name)',
  'create index senders_last_in on senders (deployment_id, last_in_at)',

  `create table received_messages (
     deployment_id uuid not null,
     gateway_id uuid not null,
     external_id text not null,
     address_name bytea,
     report_id uuid,
     at timestamptz not null default now(),
     constraint received_messages_pk primary key (deployment_id, gateway_id, external_id)
   )`,
  'create index received_messages_by_report on received_messages (deployment_id, report_id)',

  `alter table messages
     add column gateway_id uuid,
     add column address_name bytea,
     add column delivery text,
     add column delivery_detail text,
     add column delivery_at timestamptz,
     add column provider_id text,
     add column attempts integer not null default 0`,
  `create index messages_waiting on messages (deployment_id, gateway_id, at)
     where delivery in ('queued', 'handed')`,
  `create index messages_by_provider on messages (deployment_id, gateway_id, provider_id)
     where provider_id is not null`,
];

const undoing = [
  'drop index messages_by_provider',
  'drop index messages_waiting',
  `alter table messages drop column gateway_id, drop column address_name, drop column delivery,
     drop column delivery_detail, drop column delivery_at, drop column provider_id, drop column attempts`,
  'drop table received_messages',
  'drop table senders',
  'drop table gateway_log',
  'drop table gateways',
];

export class Gateways1764002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}
