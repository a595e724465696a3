/**
 * The only door for reports. Idempotent by (deployment, channel, external id), and nothing is acknowledged before it is
 * committed.
 */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, JournalFeed, Jobs, Keys, type Clock, type Sql } from '../platform/index.js';
import { insertMedium, isPicture, THUMBNAIL_JOB, type KeptMedium } from '../reports/index.js';
import { GroupCommit } from './group-commit.js';
import { incomingOf } from './incoming.js';
import { sameIdOtherText } from './intake.problems.js';
import { findKnown, insertIncoming, newName, type IncomingReport, type KnownReport } from './intake.queries.js';
import type { Submission } from './submission.js';

export interface Accepted {
  id: string;
  /** False when it was here already. */
  isNew: boolean;
}

/** Another text under the name that is taken. */
type Outcome = Accepted | 'conflict';

@Injectable()
export class Intake {
  private readonly commits: GroupCommit<IncomingReport, Outcome>;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    // The embedded database is one session; on a server a second batch fills the time the first one flushes.
    const lanes = database.isEmbedded ? 1 : 2;
    this.commits = new GroupCommit((reports) => this.commit(reports), { lanes, largestBatch: 500 });
  }

  /** Resolves once the report is durable. @throws Problem 409 when its name is taken by another text */
  async accept(deployment: Deployment, submission: Submission): Promise<Accepted> {
    const report = incomingOf(deployment, submission, this.keys, this.clock.now());
    const media = submission.media ?? [];
    const outcome = await (media.length > 0 ? this.acceptWithMedia(report, media) : this.commits.add(report));
    if (outcome === 'conflict') throw sameIdOtherText();
    return outcome;
  }

  /** Writes many at once, as imports do; the outcomes are in the order of the submissions. */
  acceptMany(tx: Sql, deployment: Deployment, submissions: readonly Submission[]): Promise<Outcome[]> {
    const now = this.clock.now();
    return write(
      tx,
      submissions.map((submission) => incomingOf(deployment, submission, this.keys, now)),
    );
  }

  private async commit(reports: IncomingReport[]): Promise<Outcome[]> {
    const outcomes = await write(this.database, reports);
    this.feed.wake();
    return outcomes;
  }

  private async acceptWithMedia(report: IncomingReport, media: readonly KeptMedium[]): Promise<Outcome> {
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
async function write(sql: Sql, reports: readonly IncomingReport[]): Promise<Outcome[]> {
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
