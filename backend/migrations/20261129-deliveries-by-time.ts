/** Finds what a person was sent last by a way without reading all that they ever were. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeliveriesByTime1764400621000 implements MigrationInterface {
  readonly name = 'DeliveriesByTime1764400621000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index notice_deliveries_by_time on notice_deliveries (deployment_id, user_id, way, handled_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notice_deliveries_by_time');
  }
}
