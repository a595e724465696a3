/** Claims a report for one person, takes it over from another, and gives it back. */
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { invalidInput } from '../platform/index.js';
import { isHeldByOther, liveClaim } from '../reports/index.js';
import { Decide, type Situation } from './decide.js';

/** What the journal says of whom it was taken from, so that they can be told. Nothing where nobody else held it. */
function takenFrom({ report, now }: Situation, actorId: string, note: string): Record<string, unknown> {
  const former = liveClaim(report.claimed_by, report.claimed_until, now);
  if (former === null || !isHeldByOther(former, actorId)) return {};
  return { note, takenFrom: report.claimer_name ?? '', before: { holder: former.by } };
}

@Injectable()
export class ClaimReport {
  constructor(private readonly frame: Decide) {}

  /**
   * Claiming one's own again prolongs it. With a note for its holder, a claim of somebody else is taken over.
   * @throws Problem 409 where somebody else holds it and there is no note
   */
  claim(deployment: Deployment, reportId: string, actorId: string, note: string | null = null): Promise<void> {
    const minutes = deployment.policy.claimMinutes;
    return this.frame.decide(
      deployment,
      reportId,
      'claim',
      actorId,
      (situation) => {
        const claimedUntil = new Date(situation.now.getTime() + minutes * 60_000);
        const taken = note === null ? {} : takenFrom(situation, actorId, note);
        const data = { until: claimedUntil.toISOString(), ...taken };
        return Promise.resolve({ kind: 'report.claimed', fields: { claimedBy: actorId, claimedUntil }, data });
      },
      { overClaim: note !== null },
    );
  }

  release(deployment: Deployment, reportId: string, actorId: string): Promise<void> {
    const fields = { claimedBy: null, claimedUntil: null };
    return this.frame.decide(deployment, reportId, 'release', actorId, () =>
      Promise.resolve({ kind: 'report.released', fields }),
    );
  }
}

/** @throws Problem 422 for a take-over that says nothing to the one who held it */
export function noteOfTakeOver({ takeOver, note }: { takeOver?: boolean; note?: string }): string | null {
  if (takeOver !== true) return null;
  const said = note?.trim() ?? '';
  if (said === '') throw invalidInput([{ pointer: '/note', detail: 'say why you take it over' }]);
  return said;
}
