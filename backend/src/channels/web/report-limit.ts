/**
 * How much one network address, and the network around it, may send. Up to half of the allowance is taken at once;
 * above that each answer is held back a little longer, so that a flood slows itself down; above it is refused. Addresses
 * are never kept: only a keyed hash of each, in memory, with a key made at start. Programs on this machine itself
 * (gateways, imports, measurements) are not counted.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, isLoopback, networksOf, tooManyRequests, type Config } from '../../platform/index.js';

/** What is counted apart: allowances in a minute, as a multiple of that for reports. */
const shares = { report: 1, answer: 2, confirmation: 2, subscription: 1, alert: 1, piece: 20 };
export type Limited = keyof typeof shares;

/** Many people stand behind one network. */
const networkShare = 5;

const longestDelayMs = 3_000;

/** Nothing up to half of the allowance, then growing evenly to three seconds at its end. */
export function delayMs(taken: number, allowance: number): number {
  const half = allowance / 2;
  return taken <= half ? 0 : Math.round(Math.min(1, (taken - half) / half) * longestDelayMs);
}

export type Sleep = (ms: number) => Promise<void>;
const sleep: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());

@Injectable()
export class ReportLimit {
  private readonly salt = randomBytes(32);
  private readonly allowances: Record<Limited, { points: number; own: RateLimiterMemory; network: RateLimiterMemory }>;
  /** Tests bring their own. */
  sleep = sleep;

  constructor(@Inject(CONFIG) config: Pick<Config, 'reportsPerMinute'>) {
    const allowanceOf = (share: number) => {
      const points = config.reportsPerMinute * share;
      const limiter = (most: number) => new RateLimiterMemory({ points: most, duration: 60 });
      return { points, own: limiter(points), network: limiter(points * networkShare) };
    };
    this.allowances = {
      report: allowanceOf(shares.report),
      answer: allowanceOf(shares.answer),
      confirmation: allowanceOf(shares.confirmation),
      subscription: allowanceOf(shares.subscription),
      alert: allowanceOf(shares.alert),
      piece: allowanceOf(shares.piece),
    };
  }

  /** To be called before anything of the body is read. @throws Problem 429 with the seconds to wait */
  async count(caller: string | { ip: string }, kind: Limited = 'report'): Promise<void> {
    const address = typeof caller === 'string' ? caller : caller.ip;
    if (isLoopback(address)) return;
    const { own, network, points } = this.allowances[kind];
    const { single, around } = networksOf(address);
    const alone = await this.consume(own, single);
    const together = await this.consume(network, around);
    const ms = Math.max(delayMs(alone, points), delayMs(together, points * networkShare));
    if (ms > 0) await this.sleep(ms);
  }

  /** How much was taken in this minute. */
  private async consume(limiter: RateLimiterMemory, network: string): Promise<number> {
    const name = createHmac('sha256', this.salt).update(network).digest('base64');
    try {
      return (await limiter.consume(name)).consumedPoints;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw tooManyRequests(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }
}
