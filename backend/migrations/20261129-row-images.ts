/** What each change did to the rows that hold people's decisions: so that any action can be undone from the journal. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepImagesOf, keepRowImage } from './row-images.js';

const statements = [
  `create table row_images (
     deployment_id uuid not null,
     seq bigint generated always as identity,
     xid bigint not null default pg_current_xact_id()::text::bigint,
     table_name text not null,
     row_key jsonb not null,
     before jsonb,
     after jsonb,
     constraint row_images_pk primary key (deployment_id, seq)
   )`,
  'create index row_images_by_xid on row_images (deployment_id, xid)',
  keepRowImage,
  // The intake's inserts and the photos that follow are as fast as they were.
  keepImagesOf('reports', { on: 'update', when: 'old.media_count = new.media_count', geometry: ['location'] }),
  keepImagesOf('incidents', { geometry: ['location'] }),
  keepImagesOf('confirmations', { key: ['incident_id', 'person'] }),
  keepImagesOf('senders', { on: 'update of standing', key: ['gateway_id', 'address_name'] }),
];

const undoing = [
  ...['senders', 'confirmations', 'incidents', 'reports'].map((table) => `drop trigger keep_row_image on ${table}`),
  'drop function keep_row_image()',
  'drop table row_images',
];

export class RowImages1764400000000 implements MigrationInterface {
  readonly name = 'RowImages1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}
