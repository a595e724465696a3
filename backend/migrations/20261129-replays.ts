/** Where the replay of an exercise stands, so that it goes on after a restart and tells nothing twice. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replays1764400510000 implements MigrationInterface {
  readonly name = 'Replays1764400510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table exercise_replays (
         deployment_id uuid not null,
         id uuid not null,
         source_id uuid,
         state text not null,
         speed double precision not null,
         total integer not null,
         done integer not null default 0,
         from_at timestamptz not null,
         to_at timestamptz not null,
         last_at timestamptz not null,
         last_id uuid not null,
         paced_at timestamptz not null,
         paced_source_at timestamptz not null,
         started_at timestamptz not null,
         constraint exercise_replays_pk primary key (deployment_id)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table exercise_replays');
  }
}
