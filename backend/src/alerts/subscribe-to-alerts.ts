/**
 * Takes a wish to be told: it holds once whoever has the address says so. What is answered never tells whether an
 * address is known here, and no address can be flooded with questions.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { AlertReceipt, AlertWay, FieldError, SubscribeToAlerts as Wish } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  CLOCK,
  Database,
  invalidInput,
  Jobs,
  Keys,
  Problem,
  tooManyRequests,
  type Clock,
  type Sql,
} from '../platform/index.js';
import { keyFaults } from '../push/index.js';
import { guardedAddress, readAlertAddress } from './alert-address.js';
import { AlertTokens } from './alert-tokens.js';
import { AlertWays } from './alert-ways.js';
import { boxOf, columnsOf, shapeOf } from './area-shape.js';
import { renewConfirmation } from './deliveries.queries.js';
import { SEND_ALERTS_JOB, type SendAlertsJob } from './send-alerts.js';
import {
  countOfAddress,
  insertSubscription,
  renewSubscription,
  subscriptionByWish,
  takeGuard,
  type NewSubscription,
} from './subscriptions.queries.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
export const codeMinutes = 30;
/** Messages that ask for confirmation, to one address. */
const asksOfAddress = { most: 3, windowMs: dayMs };
/** Wishes in all of a deployment: whoever floods it pays the messages of others. */
const wishesOfDeployment: Record<AlertWay, number> = { email: 500, sms: 100, push: 500 };
export const mostOfAddress = 10;

type Known = NewSubscription | null;

@Injectable()
export class SubscribeToAlerts {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly keys: Keys,
    private readonly tokens: AlertTokens,
    private readonly ways: AlertWays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 where nothing can be sent by this way, 422, 429 when too much was asked for in the deployment */
  async subscribe(deployment: Deployment, wish: Wish): Promise<AlertReceipt> {
    if (!(await this.ways.open(deployment)).includes(wish.way)) {
      throw new Problem(409, 'way-closed', 'Not by this way', 'Nothing can be sent by this way here.');
    }
    const row = this.rowOf(deployment, wish, this.addressOf(wish));
    await this.database.transaction(async (tx) => {
      const limits = { most: wishesOfDeployment[wish.way], windowMs: hourMs, now: row.created_at };
      const name = this.keys.tagOf('alert guard', `deployment ${wish.way}`);
      if (!(await takeGuard(tx, deployment.id, name, limits))) throw tooManyRequests(15 * 60);
    });
    const id = await this.database.transaction((tx) => this.keep(tx, row));
    this.jobs.wake(SEND_ALERTS_JOB);
    if (wish.way === 'email') return { next: null };
    if (wish.way === 'sms') return { next: this.tokens.codePath(deployment, id) };
    return { next: this.tokens.path('stop', deployment, id) };
  }

  /** The id that the next page is named by: also where nothing is kept, so that nobody can tell. */
  private async keep(tx: Sql, row: NewSubscription): Promise<string> {
    const { deployment_id: deploymentId, address_name: name } = row;
    if (row.way !== 'push' && !(await this.mayAsk(tx, row))) return row.id;
    const known: Known = await subscriptionByWish(tx, deploymentId, name, row.wish);
    if (known === null && (await countOfAddress(tx, deploymentId, name)) >= mostOfAddress) return row.id;
    if (known === null || row.way === 'push') await insertSubscription(tx, row);
    if (row.way === 'push') return known?.id ?? row.id;
    if (known?.state === 'confirmed') return row.id;
    const id = known?.id ?? row.id;
    if (known !== null) await renewSubscription(tx, deploymentId, id, row.created_at, row.code_until);
    await renewConfirmation(tx, deploymentId, id, row.way, row.created_at);
    const job: SendAlertsJob = { deploymentId, subscriptionId: id, subjectId: id };
    await this.jobs.enqueue(tx, SEND_ALERTS_JOB, job);
    return id;
  }

  private mayAsk(tx: Sql, { deployment_id: deploymentId, sealed, created_at: now }: NewSubscription): Promise<boolean> {
    const name = this.keys.tagOf('alert guard', `address ${guardedAddress(this.keys.unseal(sealed))}`);
    return takeGuard(tx, deploymentId, name, { ...asksOfAddress, now });
  }

  /** As it is sealed. @throws Problem 422 */
  private addressOf({ way, address, browser }: Wish): { name: string; text: string } {
    if (way !== 'push') {
      const text = address === undefined ? null : readAlertAddress(way, address);
      if (text === null) throw invalidInput([{ pointer: '/address', detail: addressFaults[way] }]);
      return { name: text, text };
    }
    if (browser === undefined) throw invalidInput([{ pointer: '/browser', detail: 'must be there for this way' }]);
    const { endpoint, keys } = browser;
    const faults: FieldError[] = this.ways.isPushService(endpoint)
      ? []
      : [{ pointer: '/browser/endpoint', detail: 'is not the address of a known push service' }];
    faults.push(...keyFaults(keys).map((fault) => ({ ...fault, pointer: `/browser${fault.pointer}` })));
    if (faults.length > 0) throw invalidInput(faults);
    const text = JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
    return { name: endpoint, text };
  }

  private rowOf(deployment: Deployment, wish: Wish, address: { name: string; text: string }): NewSubscription {
    const { way, categories = [], severity = 'low' } = wish;
    const unknown = categories.filter((code) => {
      const category = deployment.category(code);
      return category === null || category.archived || deployment.isSensitive(category.id);
    });
    if (unknown.length > 0) throw invalidInput([{ pointer: '/categories', detail: 'has one that is not told of' }]);
    const shape = shapeOf(wish);
    const [columns, box, now] = [columnsOf(shape), boxOf(shape), this.clock.now()];
    const sorted = [...categories].sort();
    const isPush = way === 'push';
    return {
      deployment_id: deployment.id,
      id: uuidv7(),
      way,
      address_name: this.keys.tagOf('alert address', `${way} ${address.name}`),
      sealed: this.keys.seal(address.text),
      wish: createHash('sha256')
        .update(JSON.stringify([columns, sorted, severity]))
        .digest(),
      language: wish.language.toLowerCase(),
      ...columns,
      // Words of whoever asks reach nobody, so they are not kept.
      place: null,
      west: box?.west ?? null,
      south: box?.south ?? null,
      east: box?.east ?? null,
      north: box?.north ?? null,
      categories: sorted,
      severity,
      // A browser asks its person itself before it hands out its address.
      state: isPush ? 'confirmed' : 'pending',
      code_until: way === 'sms' ? new Date(now.getTime() + codeMinutes * 60_000) : null,
      created_at: now,
      confirmed_at: isPush ? now : null,
    };
  }
}

const addressFaults = {
  email: 'must be an e-mail address',
  sms: 'must be a phone number with its country, like +49 …',
} as const;
