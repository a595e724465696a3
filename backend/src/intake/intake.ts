/**
 * The only door for reports. Idempotent by (deployment, channel, external id), and nothing is acknowledged before it is
 * durable: committed, or, while the database is away, in the spool.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, isDatabaseAway, Keys, type Clock, type Sql } from '../platform/index.js';
import { incomingOf } from './incoming.js';
import { sameIdOtherText } from './intake.problems.js';
import { Spool } from './spool/spool.js';
import { StoreReports, write, type Outcome, type ReportToStore, type Stored } from './store-reports.js';
import type { Submission } from './submission.js';

export interface Accepted extends Stored {
  /** It is on the disk, and follows into the database once that is back. */
  isSpooled?: true;
}

@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly reports: StoreReports,
    private readonly spool: Spool,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves once the report is durable. @throws Problem 409 when its name is taken by another text */
  async accept(deployment: Deployment, submission: Submission): Promise<Accepted> {
    const report = incomingOf(deployment, submission, this.keys, this.clock.now());
    const given = { report, media: submission.media ?? [] };
    // The embedded database says that it has something before the disk has it.
    const missed = this.database.isEmbedded ? await this.spool.keep(given) : null;
    // As long as something waits there, the database is not asked by everybody.
    const outcome = missed === null && this.spool.hasMissing ? null : await this.store(given);
    if (outcome === 'conflict') throw sameIdOtherText();
    if (outcome !== null) return outcome;
    (missed ?? (await this.spool.keep(given)))();
    return { id: report.id, isNew: true, isSpooled: true };
  }

  /** Writes many at once, as imports do; the outcomes are in the order of the submissions. */
  acceptMany(tx: Sql, deployment: Deployment, submissions: readonly Submission[]): Promise<Outcome[]> {
    const now = this.clock.now();
    return write(
      tx,
      submissions.map((submission) => incomingOf(deployment, submission, this.keys, now)),
    );
  }

  /** Null while the database is away. */
  private async store(given: ReportToStore): Promise<Outcome | null> {
    try {
      return await this.reports.store(given);
    } catch (error) {
      if (isDatabaseAway(error)) return null;
      throw error;
    }
  }
}
