/** Marks under which reports that may be the same find each other, and those of one address by their time. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // The key is the index that is read: under one mark, in the order of time.
  `create table report_marks (
     deployment_id uuid not null,
     mark bigint not null,
     at timestamptz not null,
     report_id uuid not null,
     constraint report_marks_pk primary key (deployment_id, mark, at, report_id)
   )`,
  'drop index reporters_by_address',
  'create index reporters_by_address on reporters (deployment_id, address_name, received_at)',
];

const down = [
  'drop index reporters_by_address',
  'create index reporters_by_address on reporters (deployment_id, address_name)',
  'drop table report_marks',
  `delete from journal_readers where name = 'report-marks'`,
];

export class Duplicates1764400100000 implements MigrationInterface {
  readonly name = 'Duplicates1764400100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
