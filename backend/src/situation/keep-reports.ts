/** Saves situation reports as they stand, and publishes them. What is saved never changes again; what the public reads of it is what it may see today. */
import { Injectable } from '@nestjs/common';
import type { SaveSituationReport, SituationReportSummary, SituationState } from '@atesto/contract';
import { uuidv7 } from 'uuidv7';
import { loadDeployment, type Deployment } from '../deployments/index.js';
import { incidentConditions } from '../incidents/index.js';
import { actorOf, appendJournal, Database, JournalFeed, notFound, type Access, type Sql } from '../platform/index.js';
import { summaryOf } from './present-saved.js';
import { numbersIn, publicState } from './public-state.js';
import { insertReport, lockReport, nextNumber, writePublished } from './saved.queries.js';
import { SituationReader } from './situation-reader.js';
import { noLongerPublic, savedMeanwhile } from './situation.problems.js';
import { shownNumbers } from './situation.queries.js';

@Injectable()
export class KeepReports {
  constructor(
    private readonly database: Database,
    private readonly reader: SituationReader,
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

  /** @throws Problem 409 where it tells of what the public may no longer see, or sees less precisely */
  async publish({ id: deploymentId }: Deployment, number: number, published: boolean, by: Access): Promise<void> {
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deploymentId, number);
      if (report === null) throw notFound('situation report');
      if (report.published === published) return;
      if (published) await this.refuseHidden(tx, deploymentId, report.state);
      await writePublished(tx, deploymentId, report.id, published);
      const kind = published ? 'situation_report.published' : 'situation_report.withdrawn';
      const actorId = actorOf(by);
      await appendJournal(tx, [{ deploymentId, kind, subjectId: report.id, actorId, data: { number } }]);
    });
    this.feed.wake();
  }

  /** By the rules as they stand in the transaction. */
  private async refuseHidden(tx: Sql, deploymentId: string, saved: SituationState): Promise<void> {
    const deployment = await loadDeployment(tx, 'id', deploymentId);
    if (deployment === null) throw notFound('deployment');
    const state = publicState(saved);
    const told = numbersIn(state);
    const shown = await shownNumbers(tx, incidentConditions({}, deployment, 'public'), told);
    const hidden = told.filter((one) => !shown.has(one)).length;
    if (hidden > 0 || deployment.policy.publicPrecisionMetres > state.precisionMetres) throw noLongerPublic(hidden);
  }
}
