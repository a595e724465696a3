/** Calls under way: what was chosen, until the report is made. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VoiceCalls1764004500000 implements MigrationInterface {
  readonly name = 'VoiceCalls1764004500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table voice_calls (
         deployment_id uuid not null,
         gateway_id uuid not null,
         call_id text not null,
         sealed bytea not null,
         language text not null,
         category text,
         chosen_at timestamptz not null,
         ended_at timestamptz,
         constraint voice_calls_pk primary key (deployment_id, gateway_id, call_id)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table voice_calls');
  }
}
