/**
 * Checks an address and a password: the same words and the same time, whichever of the two is wrong. Each attempt counts
 * before it is looked at, so that many at once are no way around the limit.
 */
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Database, isLoopback, networksOf, Problem, tooManyRequests } from '../platform/index.js';
import { userByEmail, type UserRecord } from './accounts.queries.js';
import { passwordFits } from './passwords.js';

const duration = 15 * 60;

@Injectable()
export class CheckCredentials {
  /** By network and account together, so that nobody can lock another person out. */
  private readonly accounts = new RateLimiterMemory({ points: 10, duration });
  /** By network alone, against one that tries many accounts; the people of an office stand behind one. */
  private readonly networks = new RateLimiterMemory({ points: 100, duration });

  constructor(private readonly database: Database) {}

  /** @throws Problem 401 when they do not fit, 429 after too many failures from one network */
  async check(email: string, password: string, address: string): Promise<UserRecord> {
    const network = networksOf(address).single;
    const account = `${network} ${email.trim().toLowerCase()}`;
    // Behind a proxy that does not say whom it speaks for, everyone is this machine.
    const isCounted = !isLoopback(address);
    if (isCounted) await take(this.networks, network);
    await take(this.accounts, account);
    const user = await userByEmail(this.database, email);
    const fits = await passwordFits(user?.password_hash ?? null, password);
    if (user === null || !fits) {
      throw new Problem(401, 'wrong-credentials', 'Not signed in', 'The address or the password is not right.');
    }
    await this.accounts.delete(account);
    if (isCounted) await this.networks.reward(network);
    return user;
  }
}

async function take(limiter: RateLimiterMemory, name: string): Promise<void> {
  try {
    await limiter.consume(name);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooManyRequests(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}
