/**
 * Sends what waits: the news of incidents that is due for a subscription as one message, a broadcast or a question for
 * confirmation by itself. It is marked before it leaves, so that no restart sends it twice; what fails is tried again.
 */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import { CLOCK, Database, Jobs, type Clock } from '../platform/index.js';
import { mayLeaveAt } from './alert-pace.js';
import { AlertWays, type AlertOutcome } from './alert-ways.js';
import type { AlertSubscriptionRow } from './alerts.entities.js';
import {
  dueMessages,
  giveUpSending,
  noteSent,
  paceOf,
  putOff,
  takeDue,
  withholdLeft,
  type DueMessage,
  type Taken,
} from './deliveries.queries.js';
import { endSubscriptions, lockSubscription } from './subscriptions.queries.js';
import { WriteAlert } from './write-alert.js';

export const SEND_ALERTS_JOB = 'send-alerts';

export interface SendAlertsJob {
  deploymentId: string;
  subscriptionId: string;
  /** A broadcast, or the subscription itself for its confirmation; null for news of incidents. */
  subjectId: string | null;
}

const mostAttempts = 5;
const sendingMs = 10 * 60_000;
const dayMs = 86_400_000;
/** So many are sent to at once. */
const crowd = 20;

interface Bundle {
  to: AlertSubscriptionRow;
  taken: Taken[];
}

@Injectable()
export class SendAlerts implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly deployments: DeploymentCatalogue,
    private readonly write: WriteAlert,
    private readonly ways: AlertWays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<SendAlertsJob>(SEND_ALERTS_JOB, ({ deploymentId, subscriptionId, subjectId }) =>
      this.send({ deployment_id: deploymentId, subscription_id: subscriptionId, subject_id: subjectId }),
    );
    await this.jobs.every('due-alerts', '* * * * *', () => this.run());
  }

  /** What became due by the clock: digests, and further tries. */
  async run(): Promise<void> {
    const now = this.clock.now();
    await giveUpSending(this.database, new Date(now.getTime() - sendingMs));
    const due = await dueMessages(this.database, now);
    for (let at = 0; at < due.length; at += crowd) {
      // What could not be sent is still due at the next minute.
      await Promise.allSettled(due.slice(at, at + crowd).map((message) => this.send(message)));
    }
  }

  async send(message: DueMessage): Promise<void> {
    const [now, messageId] = [this.clock.now(), uuidv7()];
    const bundle = await this.take(message, messageId, now);
    if (bundle === null) return;
    const outcome = await this.tryToSend(message.deployment_id, messageId, bundle);
    const attempts = Math.max(...bundle.taken.map((one) => one.attempts));
    const isAgain = outcome.state === 'failed' && outcome.isPassing && attempts < mostAttempts;
    await noteSent(this.database, message.deployment_id, messageId, {
      state: isAgain ? 'waiting' : outcome.state === 'gone' ? 'failed' : outcome.state,
      detail: 'detail' in outcome ? outcome.detail : null,
      dueAt: isAgain ? new Date(now.getTime() + 30_000 * 2 ** attempts) : null,
      at: this.clock.now(),
    });
    if (outcome.state === 'gone') await this.end(bundle.to);
  }

  private take(message: DueMessage, messageId: string, now: Date): Promise<Bundle | null> {
    const { deployment_id: deploymentId, subscription_id: id, subject_id: subjectId } = message;
    return this.database.transaction(async (tx) => {
      const to = await lockSubscription(tx, deploymentId, id);
      if (to === null || (to.state === 'pending' && subjectId !== id)) {
        await withholdLeft(tx, deploymentId, id, now);
        return null;
      }
      if (subjectId === null) {
        const pace = await paceOf(tx, deploymentId, id, new Date(now.getTime() - dayMs));
        const until = mayLeaveAt(to.way, pace, now);
        if (until > now) {
          await putOff(tx, deploymentId, id, now, until);
          return null;
        }
      }
      const taken = await takeDue(tx, message, messageId, now);
      return taken.length === 0 ? null : { to, taken };
    });
  }

  private async tryToSend(deploymentId: string, messageId: string, bundle: Bundle): Promise<AlertOutcome> {
    try {
      const deployment: Deployment | null = await this.deployments.withId(deploymentId);
      const message = deployment === null ? null : await this.write.message(deployment, bundle.to, bundle.taken);
      if (deployment === null || message === null) return { state: 'withheld', detail: 'It is not public any more.' };
      return await this.ways.send(deployment, messageId, bundle.to, message);
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'It could not be sent.';
      return { state: 'failed', detail, isPassing: true };
    }
  }

  private async end({ deployment_id: deploymentId, id }: AlertSubscriptionRow): Promise<void> {
    await this.database.transaction((tx) => endSubscriptions(tx, deploymentId, id, this.clock.now()));
  }
}
