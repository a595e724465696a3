/** Confirms a subscription, and ends it: by the secrets that only whoever has the address was sent. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, Jobs, notFound, type Clock } from '../platform/index.js';
import { AlertTokens, type AlertPurpose } from './alert-tokens.js';
import type { AlertSubscriptionRow } from './alerts.entities.js';
import { forgetDeliveries } from './deliveries.queries.js';
import {
  confirmSubscription,
  countTry,
  endSubscriptions,
  forgetPending,
  lockSubscription,
  subscriptionById,
} from './subscriptions.queries.js';

const hourMs = 3_600_000;
const pendingMs = 48 * hourMs;
const keptMs = 90 * 24 * hourMs;
const mostTries = 5;

/** What somebody asked for, to be said to them again. */
export type AskedFor = Pick<
  AlertSubscriptionRow,
  'way' | 'lat' | 'lon' | 'radius_metres' | 'ring' | 'categories' | 'severity' | 'state'
>;

@Injectable()
export class SettleSubscription implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly tokens: AlertTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-alerts', '23 * * * *', () => this.forget());
  }

  /** Null for one that is ended, or that nobody confirmed in time. @throws Problem 404 for no token of ours */
  async wishOf(deployment: Deployment, purpose: AlertPurpose, token: string): Promise<AskedFor | null> {
    const row = await subscriptionById(this.database, deployment.id, this.idOf(deployment, purpose, token));
    const isOver = row?.state === 'pending' && row.created_at.getTime() + pendingMs <= this.clock.now().getTime();
    return isOver ? null : row;
  }

  /** False for one that is not there any more. @throws Problem 404 for no token of ours */
  confirm(deployment: Deployment, token: string): Promise<boolean> {
    const id = this.idOf(deployment, 'confirm', token);
    const now = this.clock.now();
    const since = new Date(now.getTime() - pendingMs);
    return this.database.transaction((tx) => confirmSubscription(tx, deployment.id, id, since, now));
  }

  /** True when the code is the one that was sent and still holds. @throws Problem 404 for no token of ours */
  tryCode(deployment: Deployment, token: string, code: string): Promise<boolean> {
    const id = this.tokens.readCode(token);
    if (id === null) throw notFound('subscription');
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const row = await lockSubscription(tx, deployment.id, id);
      if (row?.code_until == null || row.code_until <= now || row.code_tries >= mostTries) return false;
      const right = Buffer.from(this.tokens.code(deployment.id, id, row.code_until));
      const given = Buffer.from(code);
      await countTry(tx, deployment.id, id);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
      return confirmSubscription(tx, deployment.id, id, new Date(now.getTime() - pendingMs), now);
    });
  }

  /** Ends all that goes to the same address here. The same again changes nothing. @throws Problem 404 */
  async stop(deployment: Deployment, token: string): Promise<void> {
    const id = this.idOf(deployment, 'stop', token);
    await this.database.transaction((tx) => endSubscriptions(tx, deployment.id, id, this.clock.now()));
  }

  async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    await forgetPending(this.database, new Date(now - pendingMs), new Date(now - 24 * hourMs));
    await forgetDeliveries(this.database, new Date(now - keptMs));
  }

  private idOf({ id: deploymentId }: Deployment, purpose: AlertPurpose, token: string): string {
    const id = this.tokens.read(purpose, deploymentId, token);
    if (id === null) throw notFound('subscription');
    return id;
  }
}
