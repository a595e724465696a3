/**
 * After the rules of a deployment changed, looks through all that webhooks were told, page by page, each page a
 * transaction of its own, and withdraws what they may not see any more.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { loadDeployment } from '../deployments/index.js';
import { OutgoingCalls } from '../gateways/index.js';
import { incidentsById } from '../incidents/index.js';
import { Database, groupBy, Jobs, type JournalEntry, type Sql } from '../platform/index.js';
import { enqueueDrafts, shows, withdrawal } from './webhook-drafts.js';
import { forgetTold, lockWebhooks, toldAfter, type Told } from './webhooks.queries.js';

const JOB = 'withdraw-hidden';
const pageSize = 500;

interface WithdrawJob {
  deploymentId: string;
  seq: string;
  at: string;
}

@Injectable()
export class WithdrawHidden implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly calls: OutgoingCalls,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<WithdrawJob>(JOB, (job) => this.run(job), { isLong: true });
  }

  /** For the entry that changed the rules. */
  async enqueue(tx: Sql, { deploymentId, seq, at }: JournalEntry): Promise<void> {
    await this.jobs.enqueue<WithdrawJob>(tx, JOB, { deploymentId, seq, at: at.toISOString() });
  }

  private async run(job: WithdrawJob): Promise<void> {
    let after: Told | null = null;
    do {
      const from: Told | null = after;
      after = await this.database.transaction((tx) => this.withdrawPage(tx, job, from));
      this.calls.wake();
    } while (after !== null);
  }

  /** Resolves to where the next page begins. */
  private async withdrawPage(tx: Sql, job: WithdrawJob, after: Told | null): Promise<Told | null> {
    const { deploymentId, seq } = job;
    const webhooks = await lockWebhooks(tx, deploymentId);
    const deployment = await loadDeployment(tx, 'id', deploymentId);
    if (deployment === null || deployment.isExercise) return null;
    const told = await toldAfter(tx, deploymentId, after, pageSize);
    const ids = [...new Set(told.map(({ incident_id }) => incident_id))];
    const incidents = new Map((await incidentsById(tx, deploymentId, ids)).map((record) => [record.id, record]));
    for (const [webhookId, all] of groupBy(told, ({ webhook_id }) => webhook_id)) {
      const webhook = webhooks.find(({ id }) => id === webhookId);
      if (webhook?.enabled !== true) continue;
      const hidden = all
        .map(({ incident_id }) => incident_id)
        .filter((id) => {
          const incident = incidents.get(id);
          return incident === undefined || !shows(webhook, incident, deployment);
        });
      if (hidden.length === 0) continue;
      const entry = { seq, at: new Date(job.at) };
      await enqueueDrafts(
        tx,
        this.calls,
        webhook,
        hidden.map((id) => withdrawal(webhook, deployment, entry, id)),
      );
      await forgetTold(tx, deploymentId, webhookId, hidden);
    }
    return told.length < pageSize ? null : (told.at(-1) ?? null);
  }
}
