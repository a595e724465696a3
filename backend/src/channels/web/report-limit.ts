/**
 * How many reports one network address may send. Addresses are never kept: only a keyed hash of each, in memory, with
 * a key made at start. Programs on this machine itself (gateways, imports, measurements) are not counted.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, tooManyRequests, type Config } from '../../platform/index.js';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

@Injectable()
export class ReportLimit {
  private readonly salt = randomBytes(32);
  private readonly limiter: RateLimiterMemory;

  constructor(@Inject(CONFIG) config: Config) {
    this.limiter = new RateLimiterMemory({ points: config.reportsPerMinute, duration: 60 });
  }

  /** @throws Problem 429 with the seconds to wait */
  async count(address: string): Promise<void> {
    if (loopback.test(address)) return;
    const name = createHmac('sha256', this.salt).update(address).digest('base64');
    try {
      await this.limiter.consume(name);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw tooManyRequests(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }
}
