/** The first tables. Every table of a deployment carries its id first, so that it can be sharded by it later. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'create extension if not exists postgis',
  'create extension if not exists pg_trgm',
  'create extension if not exists unaccent',

  `create table deployments (
     id uuid primary key,
     slug text not null constraint deployments_slug unique,
     name text not null,
     west double precision not null,
     south double precision not null,
     east double precision not null,
     north double precision not null,
     languages text[] not null,
     policy jsonb not null,
     last_incident_number integer not null default 0,
     version integer not null default 1,
     created_at timestamptz not null default now()
   )`,

  `create table categories (
     deployment_id uuid not null,
     id uuid not null,
     code text not null,
     parent_id uuid,
     names jsonb not null,
     colour text not null,
     icon text not null,
     sensitive boolean not null default false,
     position integer not null,
     archived boolean not null default false,
     constraint categories_pk primary key (deployment_id, id),
     constraint categories_code unique (deployment_id, code)
   )`,

  `create table organisations (
     id uuid primary key,
     name text not null constraint organisations_name unique,
     created_at timestamptz not null default now()
   )`,

  `create table users (
     id uuid primary key,
     email text not null constraint users_email unique,
     name text not null,
     password_hash text not null,
     is_admin boolean not null default false,
     organisation_id uuid constraint users_organisation references organisations (id) on delete set null,
     created_at timestamptz not null default now()
   )`,

  `create table memberships (
     deployment_id uuid not null,
     user_id uuid not null constraint memberships_user references users (id) on delete cascade,
     role text not null,
     created_at timestamptz not null default now(),
     constraint memberships_pk primary key (deployment_id, user_id)
   )`,
  'create index memberships_by_user on memberships (user_id)',

  `create table sessions (
     token_hash bytea primary key,
     user_id uuid not null constraint sessions_user references users (id) on delete cascade,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null
   )`,
  'create index sessions_by_user on sessions (user_id)',

  `create table api_keys (
     deployment_id uuid not null,
     id uuid not null,
     name text not null,
     secret_hash bytea not null constraint api_keys_secret unique,
     scopes text[] not null,
     created_by uuid not null,
     created_at timestamptz not null default now(),
     last_used_at timestamptz,
     constraint api_keys_pk primary key (deployment_id, id)
   )`,

  // No foreign keys on the hot tables: each would lock the one deployment row for every report.
  `create table reports (
     deployment_id uuid not null,
     id uuid not null,
     channel text not null,
     external_id text not null,
     status text not null default 'new',
     priority text not null default 'normal',
     version integer not null default 1,
     text text not null default '',
     category_id uuid,
     location geometry(Point, 4326),
     accuracy_metres real,
     place text,
     language text,
     observed_at timestamptz,
     received_at timestamptz not null default now(),
     answers jsonb not null default '{}',
     contactable boolean not null default false,
     media_count integer not null default 0,
     claimed_by uuid,
     claimed_until timestamptz,
     incident_id uuid,
     rejection_reason text,
     rejection_note text,
     constraint reports_pk primary key (deployment_id, id),
     constraint reports_external unique (deployment_id, channel, external_id)
   )`,
  'create index reports_newest on reports (deployment_id, received_at desc, id desc)',
  'create index reports_by_location on reports using gist (location)',
  'create index reports_by_incident on reports (deployment_id, incident_id) where incident_id is not null',
  'create index reports_claimed on reports (claimed_until) where claimed_until is not null',

  `create table media (
     deployment_id uuid not null,
     id uuid not null,
     report_id uuid not null,
     digest text not null,
     type text not null,
     width integer,
     height integer,
     bytes integer not null,
     location geometry(Point, 4326),
     created_at timestamptz not null default now(),
     constraint media_pk primary key (deployment_id, id)
   )`,
  'create index media_by_report on media (deployment_id, report_id)',

  `create table reporters (
     deployment_id uuid not null,
     report_id uuid not null,
     address_name bytea,
     sealed bytea not null,
     received_at timestamptz not null default now(),
     constraint reporters_pk primary key (deployment_id, report_id)
   )`,
  'create index reporters_by_address on reporters (deployment_id, address_name)',

  `create table messages (
     deployment_id uuid not null,
     id uuid not null,
     report_id uuid not null,
     direction text not null,
     text text not null,
     author_id uuid,
     at timestamptz not null default now(),
     constraint messages_pk primary key (deployment_id, id)
   )`,
  'create index messages_by_report on messages (deployment_id, report_id, at)',

  `create table incidents (
     deployment_id uuid not null,
     id uuid not null,
     number integer not null,
     title text not null,
     description text not null default '',
     category_id uuid,
     severity text not null default 'normal',
     status text not null default 'open',
     visibility text not null,
     location geometry(Point, 4326),
     accuracy_metres real,
     place text,
     public_reason text,
     report_count integer not null default 0,
     opened_at timestamptz not null default now(),
     updated_at timestamptz not null default now(),
     merged_into uuid,
     version integer not null default 1,
     constraint incidents_pk primary key (deployment_id, id),
     constraint incidents_number unique (deployment_id, number) deferrable initially immediate
   )`,
  'create index incidents_newest on incidents (deployment_id, opened_at desc, id desc)',
  'create index incidents_by_location on incidents using gist (location)',

  // Search lives beside the hot table: an index on words in the intake's transaction would cost half of its speed.
  `create table search_documents (
     deployment_id uuid not null,
     subject_id uuid not null,
     words tsvector not null,
     constraint search_documents_pk primary key (deployment_id, subject_id)
   )`,
  'create index search_documents_words on search_documents using gin (words)',

  `create table journal (
     deployment_id uuid not null,
     seq bigint generated always as identity,
     xid bigint not null default pg_current_xact_id()::text::bigint,
     at timestamptz not null default clock_timestamp(),
     kind text not null,
     subject_id uuid not null,
     actor_id uuid,
     data jsonb not null default '{}',
     constraint journal_pk primary key (deployment_id, seq)
   )`,
  'create index journal_order on journal (xid, seq)',
  'create index journal_by_subject on journal (deployment_id, subject_id, seq)',

  `create table journal_readers (
     name text primary key,
     cursor text not null
   )`,
];

const tables = [
  'deployments',
  'categories',
  'memberships',
  'sessions',
  'users',
  'organisations',
  'api_keys',
  'reports',
  'media',
  'reporters',
  'messages',
  'incidents',
  'search_documents',
  'journal',
  'journal_readers',
];

export class First1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table if exists ${table}`);
  }
}
