/** Sessions: an opaque token in a cookie, of which the database holds a hash only. */
import '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, CONFIG, Database, type Clock, type Config } from '../platform/index.js';
import {
  deleteOtherSessions,
  deleteSession,
  insertSession,
  userOfSession,
  type UserRecord,
} from './accounts.queries.js';

const sessionDays = 14;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class Sessions {
  private readonly isSecure: boolean;
  /** The `__Host-` prefix binds the cookie to this origin, which browsers grant over TLS only. */
  readonly cookieName: string;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.isSecure = config.publicUrl.startsWith('https:');
    this.cookieName = this.isSecure ? '__Host-atesto' : 'atesto';
  }

  async begin(reply: FastifyReply, userId: string): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(this.clock.now().getTime() + sessionDays * 86_400_000);
    await insertSession(this.database, hashOf(token), userId, expires);
    void reply.setCookie(this.cookieName, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      expires,
    });
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.tokenOf(request.headers.cookie);
    if (token !== null) await deleteSession(this.database, hashOf(token));
    void reply.clearCookie(this.cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure });
  }

  async endOthers(request: FastifyRequest, userId: string): Promise<void> {
    await deleteOtherSessions(this.database, userId, hashOf(this.tokenOf(request.headers.cookie) ?? ''));
  }

  /** Who is signed in by this cookie header, null for nobody. */
  async userOf(cookieHeader: string | undefined): Promise<UserRecord | null> {
    const token = this.tokenOf(cookieHeader);
    return token === null ? null : userOfSession(this.database, hashOf(token), this.clock.now());
  }

  private tokenOf(header: string | undefined): string | null {
    for (const part of header?.split(';') ?? []) {
      const [name, value] = part.trim().split('=');
      if (name === this.cookieName && value !== undefined && value !== '') return value;
    }
    return null;
  }
}
