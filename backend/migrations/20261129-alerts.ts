/** Alerts: who wants to be told of what, what was told to them, and what responders said to everybody. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const area = 'lat double precision, lon double precision, radius_metres integer, ring text';

const statements = [
  `create table alert_subscriptions (
     deployment_id uuid not null,
     id uuid not null,
     way text not null,
     address_name bytea not null,
     sealed bytea not null,
     wish bytea not null,
     language text not null,
     ${area},
     place text,
     west double precision,
     south double precision,
     east double precision,
     north double precision,
     categories text[] not null,
     severity text not null,
     state text not null default 'pending',
     code_until timestamptz,
     code_tries integer not null default 0,
     created_at timestamptz not null,
     confirmed_at timestamptz,
     constraint alert_subscriptions_pk primary key (deployment_id, id)
   )`,
  'create unique index alert_subscriptions_wish on alert_subscriptions (deployment_id, address_name, wish)',
  `create table alert_guards (
     deployment_id uuid not null,
     name bytea not null,
     since timestamptz not null,
     taken integer not null,
     constraint alert_guards_pk primary key (deployment_id, name)
   )`,
  `create table alert_incidents (
     deployment_id uuid not null,
     incident_id uuid not null,
     severity text not null,
     status text not null,
     constraint alert_incidents_pk primary key (deployment_id, incident_id)
   )`,
  `create table alert_deliveries (
     deployment_id uuid not null,
     subscription_id uuid not null,
     subject_id uuid not null,
     news text not null,
     way text not null,
     state text not null default 'waiting',
     due_at timestamptz not null,
     attempts integer not null default 0,
     message_id uuid,
     handled_at timestamptz,
     detail text,
     constraint alert_deliveries_pk primary key (deployment_id, subscription_id, subject_id, news)
   )`,
  `create index alert_deliveries_due on alert_deliveries (due_at) where state in ('waiting', 'sending')`,
  'create index alert_deliveries_by_subject on alert_deliveries (deployment_id, subject_id)',
  `create table broadcasts (
     deployment_id uuid not null,
     id uuid not null,
     subject text not null,
     text text not null,
     severity text not null,
     categories text[] not null,
     ${area},
     sent_by uuid not null,
     at timestamptz not null,
     constraint broadcasts_pk primary key (deployment_id, id)
   )`,
  'create index broadcasts_by_time on broadcasts (deployment_id, at)',
  // What was public before there were alerts is no news: by the whole rule, so that what is shown later still is.
  `insert into alert_incidents (deployment_id, incident_id, severity, status)
   with recursive hidden as (
     select deployment_id, id from categories where sensitive
     union
     select c.deployment_id, c.id from categories c join hidden h on h.deployment_id = c.deployment_id and h.id = c.parent_id
   )
   select i.deployment_id, i.id, i.severity, i.status
   from incidents i join deployments d on d.id = i.deployment_id
   where i.visibility = 'public' and i.merged_into is null
     and (i.seconded_by is not null or coalesce(d.policy->>'fourEyes', 'false') <> 'true')
     and not exists (select from hidden h where h.deployment_id = i.deployment_id and h.id = i.category_id)`,
];

export class Alerts1764400803000 implements MigrationInterface {
  readonly name = 'Alerts1764400803000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['broadcasts', 'alert_deliveries', 'alert_incidents', 'alert_guards', 'alert_subscriptions']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
