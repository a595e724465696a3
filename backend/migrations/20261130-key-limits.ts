/** API keys end, have a limit, and are counted by day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'alter table api_keys add column expires_at timestamptz, add column per_minute integer not null default 600',
  `create table api_key_days (
     deployment_id uuid not null,
     key_id uuid not null,
     day date not null,
     count integer not null,
     constraint api_key_days_pk primary key (deployment_id, key_id, day),
     constraint api_key_days_key foreign key (deployment_id, key_id) references api_keys (deployment_id, id)
       on delete cascade
   )`,
];

export class KeyLimits1764500410000 implements MigrationInterface {
  readonly name = 'KeyLimits1764500410000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key_days');
    await runner.query('alter table api_keys drop column expires_at, drop column per_minute');
  }
}
