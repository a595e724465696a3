/** Says in which state an area is from now on. The last word counts; what was said before stays in its history. */
import { Inject, Injectable } from '@nestjs/common';
import type { AreaHistoryEntry, AreaStatus, Page, PageQuery, PatchArea } from '@atesto/contract';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  notFound,
  readHistoryPage,
  type Clock,
} from '../../platform/index.js';
import { OverlayCatalogue } from '../overlay-catalogue.js';
import { lockOverlay } from '../overlays.queries.js';
import { presentArea, presentAreaEntry } from './areas.presenter.js';
import { areaIdOf, lockArea, namesOfPeople, writeArea, type AreaRecord } from './areas.queries.js';

const isSame = (one: AreaRecord, other: AreaRecord): boolean =>
  JSON.stringify(presentArea(one)) === JSON.stringify(presentArea({ ...other, since: one.since }));

@Injectable()
export class ChangeArea {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly catalogue: OverlayCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same said again changes nothing. @throws Problem 404, 422 for a state that the layer does not have */
  async change(
    deploymentId: string,
    overlayId: string,
    key: string,
    input: PatchArea,
    actorId: string,
  ): Promise<AreaStatus> {
    const since = this.clock.now();
    const until = input.validUntil ? new Date(input.validUntil) : null;
    if (until !== null && until <= since) throw invalidInput([{ pointer: '/validUntil', detail: 'must lie ahead' }]);
    const changed = await this.database.transaction(async (tx) => {
      const layer = await lockOverlay(tx, deploymentId, overlayId);
      const before = layer === null ? null : await lockArea(tx, deploymentId, areaIdOf(overlayId, key));
      if (layer === null || before === null) throw notFound('area');
      if (!layer.details.states?.some(({ code }) => code === input.state)) {
        throw invalidInput([{ pointer: '/state', detail: 'must be one of the states of the layer' }]);
      }
      const source = input.source?.trim() || (layer.details.authority ?? '');
      const note = input.note?.trim() || null;
      const after: AreaRecord = { ...before, state: input.state, note, source, since, valid_until: until };
      if (isSame(before, after)) return before;
      await writeArea(tx, deploymentId, after);
      const data = {
        overlay: overlayId,
        visibility: layer.visibility,
        status: presentArea(after),
        before: presentArea(before),
      };
      await appendJournal(tx, [{ deploymentId, kind: 'area.state_changed', subjectId: after.id, actorId, data }]);
      return after;
    });
    this.catalogue.forget();
    this.feed.wake();
    return presentArea(changed);
  }

  /** Oldest first; what was taken back is not in it, so that a page may hold less than was asked for. */
  async history(
    deploymentId: string,
    overlayId: string,
    key: string,
    query: PageQuery,
  ): Promise<Page<AreaHistoryEntry>> {
    await this.catalogue.one(deploymentId, overlayId, 'responders');
    const page = await readHistoryPage(this.database, deploymentId, areaIdOf(overlayId, key), ['area'], query);
    const entries = page.entries.filter(({ kind, seq }) => kind === 'area.state_changed' && page.open.has(seq));
    const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
    const names = await namesOfPeople(this.database, ids);
    return { items: entries.map((entry) => presentAreaEntry(entry, names)), next: page.next };
  }
}
