/**
 * Finds out who asks: by session cookie, by API key, or by the operator's token of this machine; and whether a browser
 * asks from one of our own pages.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { permissions as everything } from '@atesto/contract';
import {
  CLOCK,
  CONFIG,
  Database,
  nobody,
  OperatorToken,
  type Access,
  type Clock,
  type Config,
} from '../platform/index.js';
import { roleIn, type UserRecord } from './accounts.queries.js';
import { apiKeyOf } from './api-keys.queries.js';
import { permissionsOf } from './roles.js';
import { isSameOrigin } from './same-origin.js';
import { Sessions } from './sessions.js';

export const apiKeyPrefix = 'atesto_';

export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Of a key or a token that nobody has, or that is over: they are told so, since what is for everybody is not what they want. */
export const unknownToken: Access = { ...nobody };

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

@Injectable()
export class WhoAsks {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly operator: OperatorToken,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** False for what another site made the browser of somebody signed in do: its cookie came along unasked. */
  isFromOurPages(headers: IncomingHttpHeaders): boolean {
    return isSameOrigin({
      secFetchSite: single(headers['sec-fetch-site']),
      origin: headers.origin,
      host: headers.host,
      publicUrl: this.config.publicUrl,
    });
  }

  /** `deploymentId` is null where a path names none; roles and keys count inside a deployment only. */
  async access(
    headers: { cookie?: string | undefined; authorization?: string | undefined },
    deploymentId: string | null,
  ): Promise<Access> {
    if (headers.authorization?.startsWith('Bearer ') === true) {
      return this.byToken(headers.authorization.slice('Bearer '.length), deploymentId);
    }
    if (headers.cookie === undefined) return nobody;
    const user = await this.sessions.userOf(headers.cookie);
    return user === null ? nobody : this.ofUser(user, deploymentId);
  }

  private async ofUser(user: UserRecord, deploymentId: string | null): Promise<Access> {
    const role = user.is_admin
      ? 'admin'
      : deploymentId === null
        ? null
        : await roleIn(this.database, deploymentId, user.id);
    const granted = role === null ? [] : permissionsOf(role);
    return { userId: user.id, name: user.name, isAdmin: user.is_admin, permissions: new Set(granted) };
  }

  private async byToken(token: string, deploymentId: string | null): Promise<Access> {
    if (token.startsWith(apiKeyPrefix)) {
      const key = await apiKeyOf(this.database, hashOfSecret(token), this.clock.now());
      if (key === null) return unknownToken;
      if (key.deployment_id !== deploymentId) return nobody;
      // A key never holds more than the person who made it holds today.
      const role = key.is_admin === true ? 'admin' : key.role;
      const held = role === null ? [] : permissionsOf(role);
      const permissions = new Set(key.scopes.filter((scope) => held.includes(scope)));
      const told = { id: key.id, deploymentId, perMinute: key.per_minute };
      return { userId: key.created_by, name: key.name, isAdmin: false, permissions, key: told };
    }
    const expected = hashOfSecret(this.operator.token);
    if (!timingSafeEqual(hashOfSecret(token), expected)) return unknownToken;
    return { userId: null, name: 'operator', isAdmin: true, permissions: new Set(everything) };
  }
}
