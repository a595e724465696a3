/** Saves situation reports as they stand, and publishes them. What is saved never changes again. */
import { Injectable } from '@nestjs/common';
import type { SaveSituationReport, SituationReportSummary } from '@atesto/contract';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { IncidentReader, isPublic } from '../incidents/index.js';
import { actorOf, appendJournal, Database, JournalFeed, notFound, type Access } from '../platform/index.js';
import { summaryOf } from './present-saved.js';
import { insertReport, lockReport, nextNumber, writePublished } from './saved.queries.js';
import { SituationReader } from './situation-reader.js';
import { noLongerPublic, savedMeanwhile } from './situation.problems.js';

@Injectable()
export class KeepReports {
  constructor(
    private readonly database: Database,
    private readonly reader: SituationReader,
    private readonly incidents: IncidentReader,
    private readonly feed: JournalFeed,
  ) {}

  /** @throws Problem 409 where somebody else saved one at the same time, 422 for a span that is none */
  async save(deployment: Deployment, input: SaveSituationReport, by: Access): Promise<SituationReportSummary> {
    const inside = await this.reader.standing(deployment, input, 'responders', true);
    // One span for both, whichever report each of them last could read.
    const span = { from: inside.state.from, to: inside.state.to };
    const outside = await this.reader.standing(deployment, span, 'public', true);
    const [id, actorId, deploymentId] = [uuidv7(), actorOf(by), deployment.id];
    const { title, texts, published } = input;
    const record = {
      ...{ id, title, texts, published },
      from_at: new Date(span.from),
      to_at: new Date(span.to),
      taken_at: new Date(inside.state.takenAt),
    };
    const number = await this.database.transaction(async (tx) => {
      const next = await nextNumber(tx, deploymentId);
      if (next !== inside.former + 1) throw savedMeanwhile();
      await insertReport(tx, deploymentId, {
        ...record,
        number: next,
        createdBy: actorId,
        frozen: { public: outside.state, responders: inside.state },
        states: { public: outside.rows, responders: inside.rows },
      });
      const data = { number: next, title, published };
      await appendJournal(tx, [{ deploymentId, kind: 'situation_report.saved', subjectId: id, actorId, data }]);
      return next;
    });
    this.feed.wake();
    return summaryOf({ ...record, number });
  }

  /** @throws Problem 409 where it tells of what the public may no longer see */
  async publish(deployment: Deployment, number: number, published: boolean, by: Access): Promise<void> {
    const deploymentId = deployment.id;
    const gone = published ? await this.hiddenSince(deployment, number) : 0;
    if (gone > 0) throw noLongerPublic(gone);
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deploymentId, number);
      if (report === null) throw notFound('situation report');
      if (report.published === published) return;
      await writePublished(tx, deploymentId, report.id, published);
      const kind = published ? 'situation_report.published' : 'situation_report.withdrawn';
      const actorId = actorOf(by);
      await appendJournal(tx, [{ deploymentId, kind, subjectId: report.id, actorId, data: { number } }]);
    });
    this.feed.wake();
  }

  /** How many of the incidents that it would tell the public of were hidden since. */
  private async hiddenSince(deployment: Deployment, number: number): Promise<number> {
    const report = await lockReport(this.database, deployment.id, number);
    if (report === null) throw notFound('situation report');
    const records = await this.incidents.records(deployment.id, report.told);
    const known = new Set(records.filter((record) => isPublic(record, deployment)).map(({ id }) => id));
    return report.told.filter((id) => !known.has(id)).length;
  }
}
