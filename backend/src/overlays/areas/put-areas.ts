/** Replaces the areas of a layer by those of a file: each keeps its state and history where the file says nothing of it. */
import { Inject, Injectable } from '@nestjs/common';
import type { AreaMapping, AreaState, OverlayBounds } from '@atesto/contract';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  notFound,
  staleVersion,
  type Clock,
  type NewEntry,
  type Sql,
} from '../../platform/index.js';
import { OverlayFiles } from '../shapes/overlay-files.js';
import type { Area } from '../shapes/read-areas.js';
import { OverlayCatalogue } from '../overlay-catalogue.js';
import { lockOverlay, writeOverlay, type OverlayRecord } from '../overlays.queries.js';
import { presentArea } from './areas.presenter.js';
import { areaIdOf, areasOf, replaceAreas, type AreaRecord } from './areas.queries.js';

export interface PreparedAreas {
  areas: Omit<Area, 'geometry'>[];
  /** Of their shapes, each with its id and name. */
  file: string;
  bounds: OverlayBounds | null;
}

const expired = (area: AreaRecord, now: Date): boolean => area.valid_until !== null && area.valid_until <= now;

@Injectable()
export class PutAreas {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly files: OverlayFiles,
    private readonly catalogue: OverlayCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for areas that are not sound */
  async prepare(
    bytes: Buffer,
    mapping: AreaMapping,
    states: readonly AreaState[],
    isKept: boolean,
  ): Promise<PreparedAreas> {
    const codes = states.map(({ code }) => code);
    const { areas, faults, facts } = await this.files.areasIn(bytes, { mapping, codes, isKept });
    if (facts === null) throw invalidInput(faults, 'Some areas are not as they should be.');
    const { file, bounds } = facts;
    return { areas, file, bounds };
  }

  /** @throws Problem 404, 412 when the layer changed meanwhile, 422 */
  async put(deploymentId: string, id: string, bytes: Buffer, actorId: string): Promise<void> {
    const { details, version } = await this.layer(deploymentId, id);
    const prepared = await this.prepare(bytes, details.mapping!, details.states ?? [], false);
    await this.database.transaction(async (tx) => {
      const layer = await lockOverlay(tx, deploymentId, id);
      if (layer === null) throw notFound('layer');
      // Its states or its mapping may be others than those for which the areas were read.
      if (layer.version !== version) throw staleVersion(layer.version);
      const { file, bounds, areas } = prepared;
      await writeOverlay(tx, deploymentId, {
        ...layer,
        file,
        details: { ...layer.details, bounds, count: areas.length },
      });
      const changed = await this.write(tx, deploymentId, layer, prepared, actorId);
      const data = { visibility: layer.visibility, count: areas.length };
      const entry = { deploymentId, kind: 'areas.replaced', subjectId: id, actorId, data } as const;
      await appendJournal(tx, [...changed, entry]);
    });
    this.catalogue.forget();
    this.feed.wake();
  }

  /** The journal's entries of those areas whose state is another one now, or the same said anew. */
  async write(
    tx: Sql,
    deploymentId: string,
    layer: OverlayRecord,
    { areas }: PreparedAreas,
    actorId: string,
  ): Promise<NewEntry[]> {
    const now = this.clock.now();
    const before = new Map((await areasOf(tx, deploymentId, layer.id)).map((area) => [area.id, area]));
    const after = areas.map((area) => merged(layer, area, before.get(areaIdOf(layer.id, area.id)), now));
    await replaceAreas(tx, deploymentId, layer.id, after);
    return after.flatMap((area): NewEntry[] => {
      const former = before.get(area.id);
      const isFirst = former === undefined && area.state === layer.details.states?.[0]?.code;
      const isKept = former?.state === area.state && former.since.getTime() === area.since.getTime();
      if (isFirst || isKept) return [];
      const data = {
        overlay: layer.id,
        visibility: layer.visibility,
        status: presentArea(area),
        // The whole layer is told to be another one, once.
        replaced: true,
        ...(former && { before: presentArea(former) }),
      };
      return [{ deploymentId, kind: 'area.state_changed', subjectId: area.id, actorId, data }];
    });
  }

  private async layer(deploymentId: string, id: string): Promise<OverlayRecord> {
    const layer = await this.catalogue.one(deploymentId, id, 'responders');
    if (layer.kind !== 'areas') throw notFound('layer of areas');
    return layer;
  }
}

/** What was said of an area and has run out does not come back with a file that says the same state again. */
function merged(
  layer: OverlayRecord,
  area: PreparedAreas['areas'][number],
  former: AreaRecord | undefined,
  now: Date,
): AreaRecord {
  const { states = [], authority = '' } = layer.details;
  const first = states[0]?.code ?? '';
  const { id: area_key, name } = area;
  const state = area.state ?? former?.state ?? first;
  if (former !== undefined && former.state === state && !(area.state !== null && expired(former, now))) {
    return { ...former, name };
  }
  const id = areaIdOf(layer.id, area_key);
  return { id, area_key, name, state, note: null, source: authority, since: now, valid_until: null };
}
