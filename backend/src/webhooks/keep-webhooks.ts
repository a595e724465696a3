/** Adds, changes and removes webhooks, and changes their secrets: each one transaction with its entry in the journal. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NewWebhook, PatchWebhook } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { deleteLane, isSafeAddress, mayBePublic } from '../gateways/index.js';
import {
  actorOf,
  appendJournal,
  CLOCK,
  CONFIG,
  Database,
  invalidInput,
  JournalFeed,
  notAllowed,
  notFound,
  staleVersion,
  type Access,
  type Clock,
  type Config,
  type NewEntry,
  type Sql,
} from '../platform/index.js';
import { newSecret } from './signature.js';
import { WebhookPost } from './webhook-post.js';
import { mostWebhooks, tooManyWebhooks } from './webhooks.problems.js';
import { deleteWebhook, insertWebhook, lockWebhooks, writeWebhook, type WebhookRecord } from './webhooks.queries.js';

/** Time for the other side to take over the new secret. */
const formerMs = 24 * 60 * 60_000;

type Entry = Omit<NewEntry, 'deploymentId' | 'actorId'>;

@Injectable()
export class KeepWebhooks {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly webhookPost: WebhookPost,
    @Inject(CONFIG) private readonly config: Pick<Config, 'gatewayHosts'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for exact places by who may not read them, 409 when there are too many, 422 for an address that may not be called or unknown categories */
  async add(deployment: Deployment, input: NewWebhook, by: Access): Promise<{ id: string; secret: string }> {
    refuseMoreThan(by, input.audience);
    this.refuseFaulty(deployment, input);
    const { name, url, audience, kinds, categories = [], minSeverity = 'low', enabled = true } = input;
    const [id, secret] = [uuidv7(), newSecret()];
    const sealed = this.webhookPost.seal({ url, secret, former: null });
    const row = { name, enabled, audience, kinds, categories, min_severity: minSeverity, sealed };
    await this.write(deployment.id, actorOf(by), async (tx) => {
      if ((await lockWebhooks(tx, deployment.id)).length >= mostWebhooks) throw tooManyWebhooks();
      await insertWebhook(tx, deployment.id, id, { ...row, former_until: null, gone_at: null }, this.clock.now());
      return { kind: 'webhook.added', subjectId: id, data: { name, host: new URL(url).host, audience } };
    });
    return { id, secret };
  }

  /** @throws Problem 403 as above, 404, 412 when it changed since `version`, 422 */
  async change(deployment: Deployment, id: string, version: number, input: PatchWebhook, by: Access): Promise<void> {
    this.refuseFaulty(deployment, input);
    await this.write(deployment.id, actorOf(by), async (tx) => {
      const row = await lockOne(tx, deployment.id, id);
      if (row.version !== version) throw staleVersion(row.version);
      // Also what leads to another address.
      refuseMoreThan(by, input.audience ?? row.audience);
      const { name, audience, kinds, categories, enabled } = { ...row, ...input };
      const sealed =
        input.url === undefined
          ? row.sealed
          : this.webhookPost.seal({ ...this.webhookPost.unseal(row), url: input.url });
      const min_severity = input.minSeverity ?? row.min_severity;
      const gone_at = input.enabled === true || input.url !== undefined ? null : row.gone_at;
      const next = { ...row, name, audience, kinds, categories, enabled, min_severity, sealed, gone_at };
      await writeWebhook(tx, deployment.id, id, next);
      // The address may hold a secret.
      const { url, ...told } = input;
      const data = { name, ...told, ...(url !== undefined && { host: new URL(url).host }) };
      return { kind: 'webhook.changed', subjectId: id, data };
    });
  }

  /** The former one signs beside it for a day. @throws Problem 404 */
  async renewSecret(deployment: Deployment, id: string, actorId: string): Promise<string> {
    const secret = newSecret();
    await this.write(deployment.id, actorId, async (tx) => {
      const row = await lockOne(tx, deployment.id, id);
      const { url, secret: former } = this.webhookPost.unseal(row);
      const former_until = new Date(this.clock.now().getTime() + formerMs);
      const sealed = this.webhookPost.seal({ url, secret, former });
      await writeWebhook(tx, deployment.id, id, { ...row, sealed, former_until });
      return { kind: 'webhook.changed', subjectId: id, data: { name: row.name, secret: true } };
    });
    return secret;
  }

  /** What waits for it is not sent any more. @throws Problem 404, 412 when it changed since `version` */
  async remove(deployment: Deployment, id: string, version: number, actorId: string): Promise<void> {
    await this.write(deployment.id, actorId, async (tx) => {
      const row = await lockOne(tx, deployment.id, id);
      if (row.version !== version) throw staleVersion(row.version);
      await deleteLane(tx, { kind: 'webhook', deployment_id: deployment.id, lane_id: id });
      await deleteWebhook(tx, deployment.id, id);
      return { kind: 'webhook.removed', subjectId: id, data: { name: row.name } };
    });
  }

  private async write(deploymentId: string, actorId: string, work: (tx: Sql) => Promise<Entry>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await appendJournal(tx, [{ deploymentId, actorId, ...(await work(tx)) }]);
    });
    this.feed.wake();
  }

  private refuseFaulty(deployment: Deployment, { url, categories = [] }: PatchWebhook): void {
    const faults = categories.flatMap((code, at) =>
      deployment.category(code) === null ? [{ pointer: `/categories/${at}`, detail: 'is no category here' }] : [],
    );
    if (url !== undefined && !this.mayCall(url)) {
      const detail = 'must begin with https and lead to the open internet, or to a host that the operator named';
      faults.push({ pointer: '/url', detail });
    }
    if (faults.length > 0) throw invalidInput(faults);
  }

  private mayCall(url: string): boolean {
    const named = this.config.gatewayHosts;
    if (!isSafeAddress(url, named)) return false;
    const { host, hostname } = new URL(url);
    return named.includes(host) || mayBePublic(hostname);
  }
}

async function lockOne(tx: Sql, deploymentId: string, id: string): Promise<WebhookRecord> {
  const row = (await lockWebhooks(tx, deploymentId)).find((one) => one.id === id);
  if (row === undefined) throw notFound('webhook');
  return row;
}

/** What responders see goes to nobody by the hand of one who may not read it. */
function refuseMoreThan(by: Access, audience: WebhookRecord['audience']): void {
  if (audience === 'responders' && !by.permissions.has('exports.read')) {
    throw notAllowed('Sending what responders see takes the right to read exports.');
  }
}
