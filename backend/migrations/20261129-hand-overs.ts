/** What was handed over at the end of a shift, by whom and to whom. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandOvers1764400210000 implements MigrationInterface {
  readonly name = 'HandOvers1764400210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table hand_overs (
         deployment_id uuid not null,
         id uuid not null,
         by_user uuid not null,
         to_user uuid,
         to_organisation uuid,
         note text not null,
         items jsonb not null,
         at timestamptz not null default now(),
         constraint hand_overs_pk primary key (deployment_id, id)
       )`,
    );
    await runner.query('create index hand_overs_newest on hand_overs (deployment_id, at desc, id desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hand_overs');
  }
}
