/**
 * How a deployment stands now for an audience. The incidents of an audience are read once for some seconds, so that many
 * who ask together cost what one does.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Audience, SituationChanges, SituationQuery, SituationState, Translations } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { countIncidentTimes, incidentConditions, IncidentReader } from '../incidents/index.js';
import { CLOCK, Database, histogramOf, type Clock } from '../platform/index.js';
import { compareStates, type StateRows } from './compare-states.js';
import { listedIncident, listedOf, mostListed, stateRow, type Presented } from './present-incidents.js';
import { presentNumbers, totalOf } from './present-numbers.js';
import { publicState } from './public-state.js';
import { formerReport } from './saved.queries.js';
import { countReceived, countReceivedTimes, countResolved, countStanding } from './situation.queries.js';
import { spanOf, stretchesOf, type Span } from './span-of.js';

const keptMs = 5_000;
/** The newest; what was opened before is counted, and not compared. */
const mostCompared = 20_000;

interface Incidents {
  list: Presented[];
  isWhole: boolean;
}

export interface Standing {
  state: SituationState;
  rows: StateRows;
  /** Number of the former report of this audience, 0 without one. */
  former: number;
}

@Injectable()
export class SituationReader {
  private readonly kept = new Map<string, { at: number; read: Promise<Incidents> }>();

  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a span that is none */
  async standing(
    deployment: Deployment,
    query: SituationQuery,
    audience: Audience,
    isFresh = false,
  ): Promise<Standing> {
    const former = await formerReport(this.database, deployment.id, audience);
    const span = spanOf(query, this.clock.now(), former?.to_at ?? null);
    const { list, isWhole } = await this.incidentsOf(deployment, audience, isFresh);
    const rows: StateRows = { rows: list.map(stateRow), isWhole };
    const changes: SituationChanges | null =
      former === null
        ? null
        : {
            since: { number: former.number, takenAt: former.taken_at.toISOString() },
            ...compareStates(former.states, rows),
          };
    const state = { ...(await this.count(deployment, span, audience, list)), changes };
    return { state: audience === 'public' ? publicState(state) : state, rows, former: former?.number ?? 0 };
  }

  private async count(
    deployment: Deployment,
    span: Span,
    audience: Audience,
    list: readonly Presented[],
  ): Promise<Omit<SituationState, 'changes'>> {
    const [sql, { id }] = [this.database, deployment];
    const where = (filter = {}) => incidentConditions(filter, deployment, audience);
    const [from, to] = [span.from.toISOString(), span.to.toISOString()];
    const buckets = stretchesOf(span);
    const standing = await countStanding(sql, where());
    const opened = await countIncidentTimes(sql, where({ from, to }), 'i.opened_at', buckets);
    const resolved = await countResolved(sql, where(), span);
    const byChannel = await countReceived(sql, id, span);
    const received = await countReceivedTimes(sql, id, span, buckets);
    const listed = listedOf(list, span);
    const numbers = presentNumbers(
      { standing, opened: opened.reduce((sum, { n }) => sum + n, 0), resolved, byChannel },
      deployment,
    );
    const used = [...numbers.byCategory, ...listed.slice(0, mostListed)].map(({ category }) => category);
    return {
      takenAt: this.clock.now().toISOString(),
      ...{ from, to, numbers },
      times: {
        from,
        minutes: buckets.minutes,
        received: histogramOf(buckets, received).counts,
        opened: histogramOf(buckets, opened).counts,
      },
      incidents: listed.slice(0, mostListed).map(listedIncident),
      left: Math.max(0, totalOf(numbers.bySeverity) - listed.slice(0, mostListed).filter(isOpen).length),
      categories: namesOf(deployment, used),
      precisionMetres: audience === 'public' ? deployment.policy.publicPrecisionMetres : 0,
    };
  }

  private incidentsOf(deployment: Deployment, audience: Audience, isFresh: boolean): Promise<Incidents> {
    const now = this.clock.now().getTime();
    const key = `${deployment.id} ${deployment.version} ${audience}`;
    const known = this.kept.get(key);
    if (!isFresh && known !== undefined && Math.abs(now - known.at) < keptMs) return known.read;
    for (const [old, { at }] of this.kept) if (Math.abs(now - at) >= keptMs) this.kept.delete(old);
    const read = this.read(deployment, audience);
    this.kept.set(key, { at: now, read });
    read.catch(() => this.kept.delete(key));
    return read;
  }

  private async read(deployment: Deployment, audience: Audience): Promise<Incidents> {
    const list: Presented[] = [];
    for await (const page of this.incidents.all(deployment, {}, audience)) {
      list.push(...page);
      if (list.length > mostCompared) return { list: list.slice(0, mostCompared), isWhole: false };
    }
    return { list, isWhole: true };
  }
}

const isOpen = ({ status }: Presented): boolean => status !== 'resolved';

function namesOf(deployment: Deployment, codes: readonly (string | null)[]): Record<string, Translations> {
  const used = [...new Set(codes)].flatMap((code) => (code === null ? [] : (deployment.category(code) ?? [])));
  return Object.fromEntries(used.map(({ code, names }) => [code, names]));
}
