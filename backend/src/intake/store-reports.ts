/** Writes reports into the database: those without photos many at once, each in a transaction with its journal. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database, isDatabaseAway, JournalFeed, Jobs, type Sql } from '../platform/index.js';
import { insertMedium, isPicture, THUMBNAIL_JOB, type KeptMedium } from '../reports/index.js';
import { GroupCommit } from './group-commit.js';
import { findKnown, insertIncoming, newName, type IncomingReport, type KnownReport } from './intake.queries.js';

export interface Stored {
  id: string;
  /** False when it was here already. */
  isNew: boolean;
}

/** Another text under the name that is taken. */
export type Outcome = Stored | 'conflict';

export interface ReportToStore {
  report: IncomingReport;
  media: readonly KeptMedium[];
}

const largestBatch = 500;

@Injectable()
export class StoreReports {
  private readonly commits: GroupCommit<IncomingReport, Outcome>;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
  ) {
    // The embedded database is one session; on a server a second batch fills the time the first one flushes.
    const lanes = database.isEmbedded ? 1 : 2;
    this.commits = new GroupCommit((reports) => this.commit(reports), { lanes, largestBatch });
  }

  /** Resolves once it is committed. */
  store({ report, media }: ReportToStore): Promise<Outcome> {
    return media.length > 0 ? this.storeWithMedia(report, media) : this.commits.add(report);
  }

  /** From the spool. What another text has come for under the same name meanwhile is left as it was. */
  async storeAll(all: readonly ReportToStore[]): Promise<void> {
    const faults: unknown[] = [];
    // Whatever is wrong with one, the others are stored.
    for (let at = 0; at < all.length && !faults.some(isDatabaseAway); at += largestBatch) {
      const done = await Promise.allSettled(all.slice(at, at + largestBatch).map((one) => this.store(one)));
      faults.push(...done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : [])));
    }
    if (faults.length > 0) throw faults.find(isDatabaseAway) ?? faults[0];
  }

  private async commit(reports: IncomingReport[]): Promise<Outcome[]> {
    const outcomes = await write(this.database, reports);
    this.feed.wake();
    return outcomes;
  }

  private async storeWithMedia(report: IncomingReport, media: readonly KeptMedium[]): Promise<Outcome> {
    const outcome = await this.database.transaction(async (tx) => {
      const [written = 'conflict'] = await write(tx, [report]);
      if (written === 'conflict' || !written.isNew) return written;
      for (const medium of media) {
        await insertMedium(tx, report.deploymentId, { ...medium, id: uuidv7(), reportId: report.id });
        if (isPicture(medium)) await this.jobs.enqueue(tx, THUMBNAIL_JOB, { digest: medium.digest });
      }
      return written;
    });
    this.feed.wake();
    return outcome;
  }
}

const nameOf = (report: { channel: string }, deploymentId: string, externalId: string): string =>
  `${deploymentId} ${report.channel} ${externalId}`;

/** Stores what is new and looks up, in a second step, what stood in the way of the rest. */
export async function write(sql: Sql, reports: readonly IncomingReport[]): Promise<Outcome[]> {
  const first = new Map<string, IncomingReport>();
  for (const report of reports) {
    const name = nameOf(report, report.deploymentId, report.externalId);
    if (!first.has(name)) first.set(name, report);
  }
  const stored = await insertIncoming(sql, [...first.values()]);
  const isNew = (report: IncomingReport): boolean =>
    stored.has(newName(report.deploymentId, report.id)) &&
    first.get(nameOf(report, report.deploymentId, report.externalId)) === report;
  const rest = reports.filter((report) => !isNew(report));
  const known = rest.length === 0 ? [] : await findKnown(sql, rest);
  return reports.map((report) => (isNew(report) ? { id: report.id, isNew: true } : replayOf(report, known)));
}

function replayOf(report: IncomingReport, known: readonly KnownReport[]): Outcome {
  const there = known.find(
    (row) =>
      row.deployment_id === report.deploymentId &&
      row.channel === report.channel &&
      row.external_id === report.externalId,
  );
  return there === undefined || there.text !== report.text ? 'conflict' : { id: there.id, isNew: false };
}
