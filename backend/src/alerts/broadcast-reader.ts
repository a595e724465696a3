/** Reads what was broadcast: for everybody, and for responders with what became of it. */
import { Inject, Injectable } from '@nestjs/common';
import {
  alertWays,
  type BroadcastDeliveries,
  type BroadcastView,
  type Page,
  type PageQuery,
  type PublicBroadcast,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, readPage, type Clock } from '../platform/index.js';
import type { BroadcastRow } from './alerts.entities.js';
import { presentArea } from './area-shape.js';
import { broadcastsSince, countDeliveries, namesOf, type DeliveryCount } from './broadcasts.queries.js';

const dayMs = 86_400_000;
const publicDays = 30;
/** As long as is kept what became of them. */
const listedDays = 90;
const mostListed = 200;

/** Every key that everybody may see. Nothing sensitive is named, not even as what a message is about. */
export function presentPublicBroadcast(row: BroadcastRow, deployment: Deployment): PublicBroadcast {
  const { id, at, subject, text, severity } = row;
  const categories = row.categories.filter((code) => !deployment.isSensitive(deployment.category(code)?.id ?? null));
  return { id, at: at.toISOString(), subject, text, severity, categories, ...presentArea(row) };
}

export function presentBroadcast(
  row: BroadcastRow,
  name: string | null,
  counts: readonly DeliveryCount[],
): BroadcastView {
  const { id, at, subject, text, severity, categories, sent_by: by } = row;
  const countsOf = (way: string): BroadcastDeliveries => {
    const count = (state: string): number =>
      counts.find((one) => one.subject_id === id && one.way === way && one.state === state)?.count ?? 0;
    return { sent: count('sent'), failed: count('failed'), waiting: count('waiting') };
  };
  const [email, sms, push] = alertWays.map(countsOf) as [BroadcastDeliveries, BroadcastDeliveries, BroadcastDeliveries];
  return {
    id,
    at: at.toISOString(),
    subject,
    text,
    severity,
    categories,
    ...presentArea(row),
    by: name === null ? null : { id: by, name },
    deliveries: { email, sms, push },
  };
}

@Injectable()
export class BroadcastReader {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was said to everybody within 30 days, newest first. Nothing leaves an exercise. */
  async ofPublic(deployment: Deployment): Promise<PublicBroadcast[]> {
    if (deployment.isExercise) return [];
    const first = { after: null, limit: mostListed };
    const rows = await broadcastsSince(this.database, deployment.id, this.since(publicDays), first);
    return rows.map((row) => presentPublicBroadcast(row, deployment));
  }

  /** Newest first. @throws Problem 422 */
  async list(deployment: Deployment, query: PageQuery): Promise<Page<BroadcastView>> {
    const { rows, next } = await readPage(
      query,
      (slice) => broadcastsSince(this.database, deployment.id, this.since(listedDays), slice),
      ({ at }) => at,
    );
    return { items: await this.present(rows), next };
  }

  async present(rows: readonly BroadcastRow[]): Promise<BroadcastView[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const ids = rows.map(({ id }) => id);
    const counts = await countDeliveries(this.database, first.deployment_id, ids);
    const people = await namesOf(this.database, [...new Set(rows.map((row) => row.sent_by))]);
    return rows.map((row) => presentBroadcast(row, people.find(({ id }) => id === row.sent_by)?.name ?? null, counts));
  }

  private since(days: number): Date {
    return new Date(this.clock.now().getTime() - days * dayMs);
  }
}
