/**
 * Likely events in the open queue. Read in small pages, so that neither the one session of the embedded database nor this
 * process is held up by them.
 */
import { Injectable } from '@nestjs/common';
import type { LikelyEvent, LikelyEventsView } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { Database } from '../../platform/index.js';
import { waitingTraits, type ReportTraits } from './duplicates.queries.js';
import { comparable, presentLikelyReport } from './find-duplicates.js';
import { LikelyGroups, type LikelyGroup } from './likely-groups.js';
import { scoreLikeness } from './score-likeness.js';

const pageSize = 100;
/** The newest of the queue; older ones come into reach as those are decided. */
const mostLooked = 4_000;
const mostShown = 40;

@Injectable()
export class FindEvents {
  private readonly running = new Map<string, Promise<LikelyEventsView>>();

  constructor(private readonly database: Database) {}

  /** Who asks while it is being looked for gets the same answer. */
  find(deployment: Deployment): Promise<LikelyEventsView> {
    const known = this.running.get(deployment.id);
    if (known !== undefined) return known;
    const found = this.look(deployment).finally(() => this.running.delete(deployment.id));
    this.running.set(deployment.id, found);
    return found;
  }

  private async look(deployment: Deployment): Promise<LikelyEventsView> {
    const groups = new LikelyGroups();
    const reports = new Map<string, ReportTraits>();
    let after: { receivedAt: Date; id: string } | null = null;
    let isMore = true;
    while (isMore && groups.size < mostLooked) {
      const page: ReportTraits[] = await waitingTraits(this.database, deployment.id, after, pageSize);
      for (const report of page) {
        groups.add({ id: report.id, text: report.text, traits: comparable(report, deployment, null) });
        reports.set(report.id, report);
      }
      const last = page.at(-1);
      isMore = page.length === pageSize && last !== undefined;
      if (last !== undefined) after = { receivedAt: last.received_at, id: last.id };
    }
    const all = groups.groups();
    return {
      events: all.slice(0, mostShown).map((group) => eventOf(group, reports, deployment)),
      total: all.length,
      looked: groups.size,
      more: isMore,
    };
  }
}

function eventOf(
  { ids, score }: LikelyGroup,
  reports: ReadonlyMap<string, ReportTraits>,
  deployment: Deployment,
): LikelyEvent {
  const members = ids.flatMap((id) => reports.get(id) ?? []);
  const [first] = members;
  const lead = first && comparable(first, deployment, null);
  return {
    score,
    reports: members.map((report) => {
      const itself = comparable(report, deployment, null);
      return presentLikelyReport({ report, likeness: scoreLikeness(lead ?? itself, itself) }, deployment);
    }),
  };
}
