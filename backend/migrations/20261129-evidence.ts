/** Evidence on incidents, how sure responders are, and the second person who confirmed one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepImagesOf } from './row-images.js';

export class Evidence1764400300000 implements MigrationInterface {
  readonly name = 'Evidence1764400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table evidence (
         deployment_id uuid not null,
         id uuid not null,
         incident_id uuid not null,
         given_for uuid not null,
         kind text not null,
         report_id uuid,
         medium_id uuid,
         url text,
         note text not null default '',
         given_by uuid not null,
         at timestamptz not null,
         withdrawn_by uuid,
         withdrawn_at timestamptz,
         constraint evidence_pk primary key (deployment_id, id)
       )`,
    );
    await runner.query('create index evidence_by_incident on evidence (deployment_id, incident_id, at)');
    await runner.query(keepImagesOf('evidence'));
    await runner.query(
      `alter table incidents add column confidence text not null default 'unconfirmed', add column seconded_by uuid`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incidents drop column confidence, drop column seconded_by');
    await runner.query('drop table evidence');
  }
}
