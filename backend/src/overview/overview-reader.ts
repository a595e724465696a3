/**
 * Counts for the board. One count at a time for each period, kept for a few seconds: many boards that refresh ask the
 * database no more than one.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Overview, OverviewQuery, ShiftReport } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, invalidInput, type Clock } from '../platform/index.js';
import { HandOver } from '../teamwork/index.js';
import {
  decided,
  firstDecisions,
  firstLooks,
  incidentsMoved,
  incidentsNow,
  incidentSteps,
  oldestOpen,
  openPlaces,
  openReports,
  organisationNames,
  receivedReports,
  type Period,
} from './overview.queries.js';
import {
  presentDays,
  presentDecided,
  presentIncidents,
  presentOpen,
  presentOrganisations,
  presentReceived,
  wholeSpread,
} from './present-overview.js';

const dayMs = 86_400_000;
const longestDays = 93;
const keptMs = 5_000;
/** Cells over the longer side of the area. */
const cells = 14;

type Shared = Omit<Overview, 'decided'>;

@Injectable()
export class OverviewReader {
  private readonly kept = new Map<string, { at: number; counted: Promise<Shared> }>();

  constructor(
    private readonly database: Database,
    private readonly handOver: HandOver,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a period that is none or too long, or a zone that is none */
  async overview(deployment: Deployment, query: OverviewQuery, userId: string | null): Promise<Overview> {
    const period = this.periodOf(deployment, query);
    const shared = await this.sharedOf(deployment, period);
    return { ...shared, decided: presentDecided(await decided(this.database, period, userId)) };
  }

  /** @throws Problem 422 as above */
  async shift(deployment: Deployment, query: OverviewQuery, userId: string | null): Promise<ShiftReport> {
    const period = this.periodOf(deployment, query);
    const overview = await this.overview(deployment, query, userId);
    const oldest = await oldestOpen(this.database, deployment.id);
    const steps = await incidentSteps(this.database, period);
    return {
      ...overview,
      handOvers: await this.handOver.between(deployment, period),
      oldest: oldest.map(({ id, text, received_at: at, priority, place }) => ({
        id,
        text,
        receivedAt: at.toISOString(),
        priority,
        place,
      })),
      steps: steps.map(({ at, kind, data, actor_name: by, id, number, title, severity, status }) => ({
        incident: { id, number, title, severity, status },
        at: at.toISOString(),
        became: kind === 'incident.opened' ? null : (data.status ?? null),
        reason: data.reason ?? null,
        by,
      })),
    };
  }

  private periodOf({ id: deploymentId }: Deployment, { from, to, zone = 'UTC' }: OverviewQuery): Period {
    const end = to === undefined ? this.clock.now() : new Date(to);
    const start = from === undefined ? new Date(end.getTime() - dayMs) : new Date(from);
    const length = end.getTime() - start.getTime();
    if (!(length > 0) || length > longestDays * dayMs) {
      throw invalidInput([{ pointer: '/from', detail: `must lie before "to" by at most ${longestDays} days` }]);
    }
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
    } catch {
      throw invalidInput([{ pointer: '/zone', detail: 'must be a time zone, such as Europe/Berlin' }]);
    }
    return { deploymentId, from: start, to: end, zone };
  }

  private sharedOf(deployment: Deployment, period: Period): Promise<Shared> {
    const now = this.clock.now().getTime();
    // A board that follows the clock asks for another end each time: seconds make no other question.
    const [from, to] = [period.from, period.to].map((at) => Math.floor(at.getTime() / keptMs));
    const key = [deployment.id, from, to, period.zone].join(' ');
    const known = this.kept.get(key);
    if (known !== undefined && now - known.at < keptMs) return known.counted;
    for (const [old, { at }] of this.kept) if (now - at >= keptMs) this.kept.delete(old);
    const counted = this.count(deployment, period);
    this.kept.set(key, { at: now, counted });
    counted.catch(() => this.kept.delete(key));
    return counted;
  }

  private async count(deployment: Deployment, period: Period): Promise<Shared> {
    const [sql, now] = [this.database, this.clock.now()];
    const { west, south, east, north } = deployment.area;
    const degrees = Math.max(0.01, Math.max(north - south, east < west ? east + 360 - west : east - west) / cells);
    const open = await openReports(sql, deployment.id, now);
    const received = await receivedReports(sql, period);
    const looks = await firstLooks(sql, period);
    const decisions = await firstDecisions(sql, period);
    const incidents = await incidentsNow(sql, deployment.id);
    const moved = await incidentsMoved(sql, period);
    const places = await openPlaces(sql, deployment.id, degrees);
    const names = await organisationNames(sql);
    return {
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      zone: period.zone,
      countedAt: now.toISOString(),
      open: presentOpen(open),
      received: presentReceived(received, deployment),
      firstLook: wholeSpread(looks),
      decision: wholeSpread(decisions),
      days: presentDays(received, looks, decisions),
      organisations: presentOrganisations(names, looks, decisions),
      incidents: presentIncidents(incidents, deployment, moved),
      places: places.map(({ lat, lon, n }) => ({ lat, lon, count: n })),
    };
  }
}
