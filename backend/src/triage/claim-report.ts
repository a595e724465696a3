/** Claims a report for one person, and gives it back. */
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { Decide } from './decide.js';

@Injectable()
export class ClaimReport {
  constructor(private readonly frame: Decide) {}

  /** Claiming one's own again prolongs it. */
  claim(deployment: Deployment, reportId: string, actorId: string): Promise<void> {
    return this.frame.decide(deployment, reportId, 'claim', actorId, ({ now }) => {
      const claimedUntil = new Date(now.getTime() + deployment.policy.claimMinutes * 60_000);
      const data = { until: claimedUntil.toISOString() };
      return Promise.resolve({ kind: 'report.claimed', fields: { claimedBy: actorId, claimedUntil }, data });
    });
  }

  release(deployment: Deployment, reportId: string, actorId: string): Promise<void> {
    const fields = { claimedBy: null, claimedUntil: null };
    return this.frame.decide(deployment, reportId, 'release', actorId, () =>
      Promise.resolve({ kind: 'report.released', fields }),
    );
  }
}
