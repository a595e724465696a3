/** Checks an address and a password: the same words and the same time, whichever of the two is wrong. */
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Database, Problem, tooManyRequests } from '../platform/index.js';
import { userByEmail, type UserRecord } from './accounts.queries.js';
import { passwordFits } from './passwords.js';

const minutes = 15;

@Injectable()
export class CheckCredentials {
  /** Failed attempts count by network and account together, so that nobody can lock another person out. */
  private readonly failures = new RateLimiterMemory({ points: 10, duration: minutes * 60 });

  constructor(private readonly database: Database) {}

  /** @throws Problem 401 when they do not fit, 429 after too many failures from one network */
  async check(email: string, password: string, network: string): Promise<UserRecord> {
    const key = `${network} ${email.trim().toLowerCase()}`;
    const failed = await this.failures.get(key);
    if (failed !== null && failed.remainingPoints <= 0) throw tooManyRequests(Math.ceil(failed.msBeforeNext / 1000));
    const user = await userByEmail(this.database, email);
    const fits = await passwordFits(user?.password_hash ?? null, password);
    if (user !== null && fits) {
      await this.failures.delete(key);
      return user;
    }
    await this.failures.consume(key).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
    });
    throw new Problem(401, 'wrong-credentials', 'Not signed in', 'The address or the password is not right.');
  }
}
