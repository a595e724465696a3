/** Partners with whom incidents are shared, what was shared with them, and what came from them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'alter table incidents add column origin jsonb',
  `create table sharing_partners (
     deployment_id uuid not null,
     id uuid not null,
     state text not null,
     name text not null,
     installation text,
     deployment text,
     public_key text,
     their_partner uuid,
     secret_hash bytea,
     expires_at timestamptz,
     ended_by text,
     last_sequence bigint not null default 0,
     created_at timestamptz not null,
     constraint sharing_partners_pk primary key (deployment_id, id)
   )`,
  `create table shares_out (
     deployment_id uuid not null,
     id uuid not null,
     partner_id uuid not null,
     incident_id uuid not null,
     state text not null,
     exact_place boolean not null,
     beyond_public boolean not null,
     note text,
     organisation text,
     reason text,
     their_number integer,
     sequence integer not null default 0,
     told jsonb,
     created_at timestamptz not null,
     constraint shares_out_pk primary key (deployment_id, id)
   )`,
  'create index shares_out_by_incident on shares_out (deployment_id, incident_id)',
  `create table shares_in (
     deployment_id uuid not null,
     partner_id uuid not null,
     id uuid not null,
     state text not null,
     sequence integer not null,
     theirs jsonb not null,
     base jsonb,
     withdrawn boolean not null default false,
     note text,
     provenance jsonb not null,
     incident_id uuid,
     reason text,
     received_at timestamptz not null,
     updated_at timestamptz not null,
     constraint shares_in_pk primary key (deployment_id, partner_id, id)
   )`,
  'create index shares_in_by_incident on shares_in (deployment_id, incident_id)',
  `create table sharing_received (
     deployment_id uuid not null,
     partner_id uuid not null,
     message_id uuid not null,
     at timestamptz not null,
     constraint sharing_received_pk primary key (deployment_id, partner_id, message_id)
   )`,
];

export class Sharing1764401100000 implements MigrationInterface {
  readonly name = 'Sharing1764401100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sharing_received', 'shares_in', 'shares_out', 'sharing_partners']) {
      await runner.query(`drop table ${table}`);
    }
    await runner.query('alter table incidents drop column origin');
  }
}
