/**
 * Hands over what a person has in hand when their shift ends, all of it in one transaction or nothing: claims are given
 * back, the work is assigned to whoever goes on with it, and the notes stay where the next one reads them.
 */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type {
  Assignee,
  HandOverItem,
  HandOversView,
  HandOverView,
  Looking,
  MakeHandOver,
  PageQuery,
} from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  Problem,
  readPage,
  type Clock,
  type Sql,
} from '../../platform/index.js';
import { liveClaim, nextReportStatus, presentAssignee, writeTriage, type ReportRecord } from '../../reports/index.js';
import { findAssignee, writeAssignment } from '../assignments/assign.js';
import { lockSubject, type Subject } from '../lock-subject.js';
import { MyWorkReader } from '../my-work/my-work-reader.js';
import { writeNote } from '../notes/add-note.js';
import { organisationOf } from '../team.queries.js';
import { handOversBetween, insertHandOver, lastHandOvers, type HandOverRecord } from './hand-overs.queries.js';

const mostOfAShift = 50;

interface Hander {
  deploymentId: string;
  userId: string;
  organisationId: string | null;
  now: Date;
}

const rowOf = (subject: Subject) => (subject.kind === 'report' ? subject.report : subject.incident);

const isClaimedBy = (report: ReportRecord, { userId, now }: Hander): boolean =>
  liveClaim(report.claimed_by, report.claimed_until, now)?.by === userId;

function isTheirs(subject: Subject, hander: Hander): boolean {
  const row = rowOf(subject);
  if (subject.kind === 'report' && isClaimedBy(subject.report, hander)) return true;
  if (row.assigned_to_user !== null) return row.assigned_to_user === hander.userId;
  return row.assigned_to_organisation !== null && row.assigned_to_organisation === hander.organisationId;
}

/** What a person still holds goes back; what somebody else took meanwhile stays with them. */
async function release(tx: Sql, report: ReportRecord, hander: Hander): Promise<void> {
  if (!isClaimedBy(report, hander)) return;
  const status = nextReportStatus(report.status, 'release') ?? report.status;
  await writeTriage(tx, hander.deploymentId, report.id, {
    status,
    claimedBy: null,
    claimedUntil: null,
    incidentId: report.incident_id,
    rejectionReason: report.rejection_reason,
    rejectionNote: report.rejection_note,
  });
  const { deploymentId, userId: actorId } = hander;
  const data = { status, before: { status: report.status } };
  await appendJournal(tx, [{ deploymentId, kind: 'report.released', subjectId: report.id, actorId, data }]);
}

const notTheirs = (pointers: readonly string[]): Problem =>
  new Problem(
    409,
    'not-yours',
    'Not yours any more',
    'Some of this is not in your hands any more. Look at your work again; nothing was handed over.',
    pointers.map((pointer) => ({ pointer, detail: 'is neither claimed by you nor assigned to you' })),
  );

@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly work: MyWorkReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. @throws Problem 422 */
  async last(deployment: Deployment, query: PageQuery): Promise<HandOversView> {
    const { rows, next } = await readPage(
      query,
      (slice) => lastHandOvers(this.database, deployment.id, slice),
      ({ at }) => at,
    );
    return { items: await this.present(deployment, rows), next };
  }

  /** Those of a period in the order in which they were made; of very many the last ones. */
  async between(deployment: Deployment, period: { from: Date; to: Date }): Promise<HandOverView[]> {
    const made = await handOversBetween(this.database, deployment.id, period, mostOfAShift);
    return this.present(deployment, made.reverse());
  }

  private async present(deployment: Deployment, made: readonly HandOverRecord[]): Promise<HandOverView[]> {
    const all = made.flatMap(({ items }) => items.map(({ kind, id }): Looking => ({ kind, id })));
    const titles = await this.work.titlesOf(deployment, all);
    return made.map((one) => ({
      id: one.id,
      at: one.at.toISOString(),
      by: { id: one.by_user, name: one.by_name ?? '' },
      to: presentAssignee(one),
      note: one.note,
      items: one.items.map(({ kind, id, note }) => ({ about: { kind, id }, title: titles.get(id) ?? '', note })),
    }));
  }

  /** @throws Problem 409 when something is not theirs any more, 422 for nobody who could go on with it */
  async hand(deployment: Deployment, input: MakeHandOver, userId: string): Promise<void> {
    const items = input.items.map((item) => ({ ...item, id: item.id.toLowerCase() }));
    if (new Set(items.map(({ id }) => id)).size < items.length) {
      throw invalidInput([{ pointer: '/items', detail: 'something is named twice' }]);
    }
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const organisationId = await organisationOf(tx, userId);
      const hander: Hander = { deploymentId: deployment.id, userId, organisationId, now };
      const to = await findAssignee(tx, deployment.id, input);
      await this.handAll(tx, hander, items, to);
      await this.keep(tx, hander, { ...input, items }, to);
    });
    this.feed.wake();
  }

  private async handAll(tx: Sql, hander: Hander, items: readonly HandOverItem[], to: Assignee | null): Promise<void> {
    const { deploymentId, userId } = hander;
    // Always in the same order, so that two who hand over at once do not wait for each other.
    const ordered = [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
    const locked: { item: HandOverItem; subject: Subject }[] = [];
    for (const item of ordered) locked.push({ item, subject: await lockSubject(tx, deploymentId, item) });
    const others = locked.filter(({ subject }) => !isTheirs(subject, hander)).map(({ item }) => items.indexOf(item));
    if (others.length > 0) throw notTheirs(others.sort((a, b) => a - b).map((at) => `/items/${at}`));
    for (const { item, subject } of locked) {
      const about: Looking = { kind: item.kind, id: item.id };
      if (subject.kind === 'report') await release(tx, subject.report, hander);
      const row = rowOf(subject);
      if (presentAssignee(row)?.id !== to?.id) await writeAssignment(tx, deploymentId, about, row, to, userId);
      const text = item.note?.trim() ?? '';
      const mentions = to?.kind === 'person' && to.id !== userId ? [to.id] : [];
      if (text !== '')
        await writeNote(tx, deploymentId, about, userId, { id: uuidv7(), text, mentions, at: hander.now });
    }
  }

  private async keep(tx: Sql, hander: Hander, { note, items }: MakeHandOver, to: Assignee | null): Promise<void> {
    const { deploymentId, userId, now } = hander;
    const id = uuidv7();
    const toUser = to?.kind === 'person' ? to.id : null;
    const toOrganisation = to?.kind === 'organisation' ? to.id : null;
    const kept = items.map((item) => ({ kind: item.kind, id: item.id, note: item.note?.trim() || null }));
    await insertHandOver(tx, deploymentId, { id, byUser: userId, toUser, toOrganisation, note, items: kept, at: now });
    const data = { note, items: kept.length, ...(to !== null && { [to.kind]: to.id }) };
    await appendJournal(tx, [{ deploymentId, kind: 'hand_over.made', subjectId: id, actorId: userId, data }]);
  }
}
