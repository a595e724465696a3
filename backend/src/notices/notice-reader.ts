/**
 * Follows the journal for what people want to be told of: one notice for a person and an entry, with what is to be sent
 * of it, in the transaction that moves the reader's place. Nobody is told of what they did themselves,
 * and of who leaves a deployment it keeps nothing that could be told there again.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { loadDeployment, type Deployment } from '../deployments/index.js';
import {
  CLOCK,
  Database,
  Jobs,
  JournalFeed,
  LOG,
  StoredReader,
  type Clock,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { busyWays, insertDeliveries, type NewDelivery } from './deliveries.queries.js';
import { dueAt } from './digest.js';
import { waysOf, type Happening } from './matches-rule.js';
import { waitMs } from './message-gap.js';
import { isNews, newsOf, type News } from './news.js';
import { askersOf, insertNotices, roster, subjectOf, type RosterRecord } from './notices.queries.js';
import { forgetPerson } from './preferences.queries.js';
import { firstPreferences, type Preferences } from './preferences.js';
import { SEND_NOTICES_JOB, type SendNoticesJob } from './send-notices.js';

/** In a storm of reports nobody's rules are asked for anew with each. */
const roomMs = 2_000;

const leaving: JournalEntry['kind'] = 'member.removed';

/** A deployment and everybody who may read there, as it was a moment ago. */
interface Room {
  at: number;
  deployment: Deployment;
  people: readonly RosterRecord[];
}

interface ToTell {
  entry: JournalEntry;
  deployment: Deployment;
  people: readonly RosterRecord[];
  happening: Happening;
  subject: { kind: 'report' | 'incident'; number: number | null };
}

@Injectable()
export class NoticeReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;
  private readonly rooms = new Map<string, Room>();

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'notices',
      concerns: (entry) => entry.kind === leaving || isNews(entry, this.clock.now()),
      handle: (tx, entry) => (entry.kind === leaving ? this.letGo(tx, entry) : this.tell(tx, entry)),
      done: () => this.jobs.wake(SEND_NOTICES_JOB),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  /** Rules that were just changed hold from the next entry on. */
  forget(deploymentId: string): void {
    this.rooms.delete(deploymentId);
  }

  /** Whoever comes back says anew what they want, and where to. */
  private async letGo(tx: Sql, { deploymentId, subjectId }: JournalEntry): Promise<void> {
    await forgetPerson(tx, deploymentId, subjectId);
    this.forget(deploymentId);
  }

  private async tell(tx: Sql, entry: JournalEntry): Promise<void> {
    const { deploymentId, subjectId } = entry;
    for (const news of newsOf(entry)) {
      // Whoever was given work may have joined a moment ago.
      const room = await this.room(tx, deploymentId, news.people === 'all' ? roomMs : 0);
      const people = room === null ? [] : await peopleFor(tx, entry, news, room.people);
      if (room === null || people.length === 0) continue;
      const subject = await subjectOf(tx, deploymentId, subjectId);
      // What waits in quarantine is told when it is admitted.
      if (subject === null || subject.quarantined) continue;
      const { category_id: categoryId, severity, lat, lon } = subject;
      const place = lat === null || lon === null ? null : { lat, lon };
      const happening = { kind: news.kind, place, categoryId, severity };
      await this.write(tx, { entry, deployment: room.deployment, people, happening, subject });
    }
  }

  private async write(tx: Sql, { entry, deployment, people, happening, subject }: ToTell): Promise<void> {
    const { deploymentId, subjectId, seq, at } = entry;
    const told: string[] = [];
    const deliveries: NewDelivery[] = [];
    for (const { user_id: userId, preferences } of people) {
      const wishes = preferences ?? firstPreferences;
      const ways = waysOf(wishes.rules, happening, (codes) => deployment.withDescendants(codes));
      if (ways === null) continue;
      told.push(userId);
      // Nothing leaves an exercise: there the bell is all.
      if (!deployment.isExercise) deliveries.push(...this.deliveriesOf(userId, wishes, ways, happening));
    }
    if (told.length === 0) return;
    const { kind, categoryId: category_id, severity } = happening;
    const notice = { seq, kind, subject_kind: subject.kind, subject_id: subjectId, number: subject.number };
    await insertNotices(
      tx,
      deploymentId,
      told.map((user_id) => ({ ...notice, user_id, category_id, severity, at })),
    );
    if (deliveries.length === 0) return;
    await insertDeliveries(tx, deploymentId, seq, deliveries);
    await this.enqueue(tx, entry, deliveries);
  }

  /** One job for all that one message will carry, however much it is. */
  private async enqueue(tx: Sql, { deploymentId, seq }: JournalEntry, deliveries: NewDelivery[]): Promise<void> {
    const now = this.clock.now();
    const due = deliveries.filter(({ due_at: at }) => at <= now);
    if (due.length === 0) return;
    const waits: number[] = [];
    const jobs: SendNoticesJob[] = [];
    for (const busy of await busyWays(tx, deploymentId, seq, due, now)) {
      const wait = waitMs(busy.way, busy, now);
      if (wait === null) continue;
      waits.push(wait);
      jobs.push({ deploymentId, userId: busy.user_id, way: busy.way });
    }
    await this.jobs.enqueueMany(tx, SEND_NOTICES_JOB, jobs, (index) => waits[index] ?? 0);
  }

  private deliveriesOf(
    user_id: string,
    wishes: Preferences,
    ways: NonNullable<ReturnType<typeof waysOf>>,
    { severity }: Happening,
  ): NewDelivery[] {
    const now = this.clock.now();
    return [...ways].map(([way, pace]) => ({
      user_id,
      way,
      due_at: dueAt(pace, wishes, severity === 'critical', now),
    }));
  }

  private async room(tx: Sql, deploymentId: string, oldestMs: number): Promise<Room | null> {
    const known = this.rooms.get(deploymentId);
    const at = this.clock.now().getTime();
    if (known !== undefined && at - known.at < oldestMs) return known;
    const deployment = await loadDeployment(tx, 'id', deploymentId);
    if (deployment === null) return null;
    const room = { at, deployment, people: await roster(tx, deploymentId) };
    this.rooms.set(deploymentId, room);
    return room;
  }
}

async function peopleFor(
  tx: Sql,
  { deploymentId, subjectId, actorId }: JournalEntry,
  { people }: News,
  all: readonly RosterRecord[],
): Promise<RosterRecord[]> {
  const others = all.filter(({ user_id: id }) => id !== actorId);
  // Those who said nothing want to hear of their own work only.
  if (people === 'all') return others.filter(({ preferences }) => preferences !== null);
  if (typeof people === 'object' && 'organisation' in people) {
    return others.filter(({ organisation_id: id }) => id === people.organisation);
  }
  const named = new Set(people === 'asked' ? await askersOf(tx, deploymentId, subjectId) : people);
  return others.filter(({ user_id: id }) => named.has(id));
}
