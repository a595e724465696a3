/** Offers of help, and apart from them the sealed contacts of those who offer. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepImagesOf } from './row-images.js';

const statements = [
  `create table offers (
     deployment_id uuid not null,
     id uuid not null,
     kind text not null,
     what text not null default '',
     quantity integer not null,
     unit text not null default '',
     place text,
     location geometry(Point, 4326),
     until timestamptz not null,
     organisation_id uuid,
     status text not null default 'offered',
     contactable boolean not null default false,
     content_tag bytea,
     at timestamptz not null,
     constraint offers_pk primary key (deployment_id, id)
   )`,
  'create index offers_by_kind on offers (deployment_id, kind, until)',
  'create index offers_by_location on offers using gist ((location::geography))',
  `create table offer_contacts (
     deployment_id uuid not null,
     offer_id uuid not null,
     sealed bytea not null,
     at timestamptz not null,
     constraint offer_contacts_pk primary key (deployment_id, offer_id)
   )`,
  // What was offered is said by those who offer; only what becomes of it is decided here.
  keepImagesOf('offers', { on: 'update of status' }),
];

export class Offers1764400601000 implements MigrationInterface {
  readonly name = 'Offers1764400601000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['offer_contacts', 'offers']) await runner.query(`drop table ${table}`);
  }
}
