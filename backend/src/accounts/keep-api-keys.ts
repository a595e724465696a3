/** Makes, changes and revokes API keys. A key holds no more than the person who makes it, and its secret is shown once. */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { usualPerMinute, type ApiKeyView, type NewApiKey, type PatchApiKey } from '@atesto/contract';
import { uuidv7 } from 'uuidv7';
import {
  actorOf,
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  notAllowed,
  notFound,
  type Access,
  type Clock,
} from '../platform/index.js';
import { deleteApiKey, insertApiKey, listApiKeys, lockApiKey, writeApiKey } from './api-keys.queries.js';
import { KeyUsage } from './key-usage.js';
import { apiKeyPrefix, hashOfSecret } from './who-asks.js';

@Injectable()
export class KeepApiKeys {
  constructor(
    private readonly database: Database,
    private readonly usage: KeyUsage,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(deploymentId: string): Promise<ApiKeyView[]> {
    await this.usage.write();
    return listApiKeys(this.database, deploymentId, this.clock.now());
  }

  /** @throws Problem 403 for a right that one does not hold, 422 for an end that has passed */
  async add(deploymentId: string, input: NewApiKey, by: Access): Promise<ApiKeyView> {
    const { name, scopes, perMinute = usualPerMinute } = input;
    if (scopes.some((scope) => !by.permissions.has(scope))) throw notAllowed('A key cannot hold more than you do.');
    const expiresAt = this.endOf(input.expiresAt ?? null);
    const secret = apiKeyPrefix + randomBytes(32).toString('base64url');
    const [id, actorId] = [uuidv7(), actorOf(by)];
    const key = { deploymentId, id, name, scopes, expiresAt, perMinute };
    await this.database.transaction(async (tx) => {
      await insertApiKey(tx, { ...key, secretHash: hashOfSecret(secret), createdBy: actorId });
      const data = { name, scopes, perMinute, expiresAt: expiresAt?.toISOString() ?? null };
      await appendJournal(tx, [{ deploymentId, kind: 'api_key.created', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
    return { ...(await this.one(deploymentId, id)), secret };
  }

  /** @throws Problem 404, and 422 for an end that has passed */
  async change(deploymentId: string, id: string, input: PatchApiKey, by: Access): Promise<ApiKeyView> {
    const end = input.expiresAt === undefined ? undefined : this.endOf(input.expiresAt);
    await this.database.transaction(async (tx) => {
      const before = await lockApiKey(tx, deploymentId, id);
      if (before === null) throw notFound('API key');
      await writeApiKey(tx, deploymentId, id, {
        name: input.name ?? before.name,
        per_minute: input.perMinute ?? before.per_minute,
        expires_at: end === undefined ? before.expires_at : end,
      });
      const former = { name: before.name, perMinute: before.per_minute, expiresAt: before.expires_at?.toISOString() };
      const data = { ...input, before: former };
      await appendJournal(tx, [{ deploymentId, kind: 'api_key.changed', subjectId: id, actorId: actorOf(by), data }]);
    });
    this.feed.wake();
    return this.one(deploymentId, id);
  }

  /** @throws Problem 404 */
  async revoke(deploymentId: string, id: string, by: Access): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await deleteApiKey(tx, deploymentId, id))) throw notFound('API key');
      await appendJournal(tx, [{ deploymentId, kind: 'api_key.revoked', subjectId: id, actorId: actorOf(by) }]);
    });
    this.feed.wake();
  }

  private endOf(text: string | null): Date | null {
    const end = text === null ? null : new Date(text);
    if (end !== null && end <= this.clock.now()) {
      throw invalidInput([{ pointer: '/expiresAt', detail: 'must lie in the future' }]);
    }
    return end;
  }

  private async one(deploymentId: string, id: string): Promise<ApiKeyView> {
    const [key] = await listApiKeys(this.database, deploymentId, this.clock.now(), id);
    if (key === undefined) throw notFound('API key');
    return key;
  }
}
