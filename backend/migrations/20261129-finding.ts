/** What is found by is written otherwise now, and of incidents too: the readers begin at the beginning of the journal. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const beginAnew = [
  'delete from search_documents',
  `delete from journal_readers where name in ('report-search', 'incident-search')`,
];

const views = `create table views (
     deployment_id uuid not null,
     id uuid not null,
     name text not null,
     query text not null,
     created_by uuid not null,
     shared boolean not null,
     position integer not null,
     created_at timestamptz not null default now(),
     constraint views_pk primary key (deployment_id, id)
   )`;

/** Ways to look at the lists, kept under a name. */
export class Views1764400400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(views);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views');
  }
}

export class Finding1764400400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of beginAnew) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of beginAnew) await runner.query(statement);
  }
}

/** What people did is found by its time: small beside the journal, and untouched by what comes in. */
export class Acts1764400400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index journal_acts on journal (deployment_id, at) where kind in ('report.claimed', 'report.verified',
         'report.rejected', 'report.asked', 'report.admitted', 'incident.opened', 'incident.status_changed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_acts');
  }
}
