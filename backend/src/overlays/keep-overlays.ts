/** Adds, changes, arranges and removes overlays: each one transaction with its entry in the journal, and can be taken back. */
import { Injectable } from '@nestjs/common';
import type { NewOverlay, OverlayFileView, PatchOverlay } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  Database,
  invalidInput,
  isThere,
  JournalFeed,
  notFound,
  onceId,
  staleVersion,
  type NewEntry,
} from '../platform/index.js';
import { areasOf } from './areas/areas.queries.js';
import { PutAreas, type PreparedAreas } from './areas/put-areas.js';
import { OverlayCatalogue } from './overlay-catalogue.js';
import { changedOverlay, newOverlay, overlayFaults } from './overlay-fields.js';
import { mostOverlays, tooManyOverlays } from './overlays.problems.js';
import {
  arrangeOverlays,
  deleteOverlay,
  insertOverlay,
  lockOverlay,
  lockOverlays,
  writeOverlay,
  type OverlayRecord,
} from './overlays.queries.js';
import { OverlayFiles } from './shapes/overlay-files.js';

const nameOf = ({ names }: OverlayRecord): string => Object.values(names)[0] ?? '';

@Injectable()
export class KeepOverlays {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly files: OverlayFiles,
    private readonly catalogue: OverlayCatalogue,
    private readonly putAreas: PutAreas,
  ) {}

  /** @throws Problem 409 when there are too many, 422 */
  async add({ id: deploymentId }: Deployment, input: NewOverlay, actorId: string): Promise<string> {
    const facts = await this.facts(input);
    refuseFaulty(input.kind, input, facts, true);
    const id = onceId(input, deploymentId, actorId);
    const made = newOverlay(id, 0, input, facts);
    const prepared = await this.areasIn(made, facts);
    await this.database.transaction(async (tx) => {
      const all = await lockOverlays(tx, deploymentId);
      if (await isThere(tx, 'overlays', deploymentId, id)) return;
      if (all.length >= mostOverlays) throw tooManyOverlays();
      const row = { ...withAreas(made, prepared), position: (all.at(-1)?.position ?? 0) + 1 };
      await insertOverlay(tx, deploymentId, row);
      const areas = prepared === null ? [] : await this.putAreas.write(tx, deploymentId, row, prepared, actorId);
      await appendJournal(tx, [...areas, entryOf(deploymentId, 'overlay.added', row, actorId)]);
    });
    this.tell();
    return id;
  }

  /** @throws Problem 404, 412 when it changed since `version`, 422 */
  async change(
    { id: deploymentId }: Deployment,
    id: string,
    version: number,
    input: PatchOverlay,
    actorId: string,
  ): Promise<void> {
    const known = await this.catalogue.one(deploymentId, id, 'responders');
    const facts = await this.facts(input);
    refuseFaulty(known.kind, input, facts, false);
    const prepared = await this.areasIn(changedOverlay(known, input, facts), facts);
    await this.database.transaction(async (tx) => {
      const before = await lockOverlay(tx, deploymentId, id);
      if (before === null) throw notFound('layer');
      if (before.version !== version) throw staleVersion(before.version);
      const row = withAreas(changedOverlay(before, input, facts), prepared);
      if (row.min_zoom > row.max_zoom)
        throw invalidInput([{ pointer: '/maxZoom', detail: 'must not be less than minZoom' }]);
      await writeOverlay(tx, deploymentId, row);
      const areas = prepared === null ? [] : await this.putAreas.write(tx, deploymentId, row, prepared, actorId);
      if (input.states !== undefined) {
        const codes = new Set(row.details.states?.map(({ code }) => code));
        const lost = (await areasOf(tx, deploymentId, id)).find(({ state }) => !codes.has(state));
        if (lost !== undefined)
          throw invalidInput([{ pointer: '/states', detail: `must hold ${lost.state}: ${lost.name} is in it` }]);
      }
      const more = { changed: Object.keys(input), before: { visibility: before.visibility } };
      await appendJournal(tx, [...areas, entryOf(deploymentId, 'overlay.changed', row, actorId, more)]);
    });
    this.tell();
  }

  /** @throws Problem 404, 412 when it changed since `version` */
  async remove({ id: deploymentId }: Deployment, id: string, version: number, actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await lockOverlay(tx, deploymentId, id);
      if (row === null) throw notFound('layer');
      if (row.version !== version) throw staleVersion(row.version);
      await deleteOverlay(tx, deploymentId, id);
      await appendJournal(tx, [entryOf(deploymentId, 'overlay.removed', row, actorId)]);
    });
    this.tell();
  }

  /** @throws Problem 422 unless each of them is named once */
  async arrange({ id: deploymentId }: Deployment, ids: readonly string[], actorId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const all = await lockOverlays(tx, deploymentId);
      const before = all.map(({ id }) => id);
      if ([...before].sort().join() !== [...ids].sort().join()) {
        throw invalidInput([{ pointer: '/ids', detail: 'must name each layer once' }]);
      }
      if (before.join() === ids.join()) return;
      await arrangeOverlays(tx, deploymentId, ids);
      const visibility = all.some((row) => row.visibility === 'public') ? 'public' : 'responders';
      const data = { visibility, order: ids, before: { order: before } };
      await appendJournal(tx, [{ deploymentId, kind: 'overlay.changed', subjectId: deploymentId, actorId, data }]);
    });
    this.tell();
  }

  private tell(): void {
    this.catalogue.forget();
    this.feed.wake();
  }

  private facts({ file }: PatchOverlay): Promise<OverlayFileView | null> {
    return file === undefined ? Promise.resolve(null) : this.files.facts(file);
  }

  /** Of a layer of areas whose file is new. */
  private async areasIn(
    { kind, details }: OverlayRecord,
    facts: OverlayFileView | null,
  ): Promise<PreparedAreas | null> {
    if (kind !== 'areas' || facts === null || details.mapping === undefined) return null;
    const bytes = await this.files.unpacked(facts.file);
    return this.putAreas.prepare(bytes, details.mapping, details.states ?? [], true);
  }
}

function refuseFaulty(...given: Parameters<typeof overlayFaults>): void {
  const faults = overlayFaults(...given);
  if (faults.length > 0) throw invalidInput(faults);
}

function withAreas(row: OverlayRecord, prepared: PreparedAreas | null): OverlayRecord {
  if (prepared === null) return row;
  const { file, bounds, areas } = prepared;
  return { ...row, file, details: { ...row.details, bounds, count: areas.length } };
}

function entryOf(
  deploymentId: string,
  kind: 'overlay.added' | 'overlay.changed' | 'overlay.removed',
  row: OverlayRecord,
  actorId: string,
  more: Record<string, unknown> = {},
): NewEntry {
  const data = { name: nameOf(row), kind: row.kind, visibility: row.visibility, ...more };
  return { deploymentId, kind, subjectId: row.id, actorId, data };
}
