/** Parts of long text messages wait here for the others; they come in any order, twice, and at different processes. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table message_parts (
     deployment_id uuid not null,
     gateway_id uuid not null,
     part_id text not null,
     whole_name text not null,
     part integer not null,
     total integer not null,
     sealed bytea not null,
     is_done boolean not null default false,
     at timestamptz not null,
     constraint message_parts_pk primary key (deployment_id, gateway_id, part_id)
   )`,
  'create index message_parts_waiting on message_parts (deployment_id, gateway_id, whole_name) where not is_done',
  'create index message_parts_oldest on message_parts (at)',
];

export class MessageParts1764005000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_parts');
  }
}
