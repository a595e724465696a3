/**
 * The overlays of each deployment and the states of their areas, kept in memory because every visitor of a map asks for
 * them. The journal tells when one changed, in whichever process that was.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AreaStatus, Audience } from '@atesto/contract';
import { Database, JournalFeed, notFound, type Access, type JournalEntry } from '../platform/index.js';
import { presentArea } from './areas/areas.presenter.js';
import { areasOf, type AreaRecord } from './areas/areas.queries.js';
import { overlaysOf, type OverlayRecord } from './overlays.queries.js';
import { sourceOf } from './web-source.js';

const isOurs = ({ kind }: JournalEntry): boolean => /^(overlay|areas?)\./.test(kind) || kind === 'action.undone';

export const audienceOf = ({ permissions }: Access): Audience =>
  permissions.has('reports.read') ? 'responders' : 'public';

@Injectable()
export class OverlayCatalogue implements OnApplicationBootstrap {
  private readonly lists = new Map<string, Promise<OverlayRecord[]>>();
  private readonly areas = new Map<string, Promise<AreaRecord[]>>();

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => {
      if (entries.some(isOurs)) this.forget();
    });
  }

  /** Reads anew from now on. */
  forget(): void {
    this.lists.clear();
    this.areas.clear();
  }

  /** From the lowest to the topmost. */
  async visible(deploymentId: string, audience: Audience): Promise<OverlayRecord[]> {
    const all = await kept(this.lists, deploymentId, () => overlaysOf(this.database, deploymentId));
    return audience === 'responders' ? all : all.filter(({ visibility }) => visibility === 'public');
  }

  /** @throws Problem 404, also for one that is not for this audience */
  async one(deploymentId: string, id: string, audience: Audience): Promise<OverlayRecord> {
    const found = (await this.visible(deploymentId, audience)).find((row) => row.id === id.toLowerCase());
    if (found === undefined) throw notFound('layer');
    return found;
  }

  areasOf(deploymentId: string, overlayId: string): Promise<AreaRecord[]> {
    const load = (): Promise<AreaRecord[]> => areasOf(this.database, deploymentId, overlayId);
    return kept(this.areas, `${deploymentId} ${overlayId}`, load);
  }

  /** Of these layers those that the audience sees now, each with the states of its areas. */
  async statesIn(
    deploymentId: string,
    audience: Audience,
    ids: ReadonlySet<string>,
  ): Promise<Map<string, AreaStatus[]>> {
    const found = new Map<string, AreaStatus[]>();
    for (const { id } of await this.visible(deploymentId, audience)) {
      if (ids.has(id)) found.set(id, (await this.areasOf(deploymentId, id)).map(presentArea));
    }
    return found;
  }

  /** The other servers whose pictures a page of this deployment shows. */
  async sources(deploymentId: string, audience: Audience): Promise<string[]> {
    const rows = await this.visible(deploymentId, audience);
    return [
      ...new Set(rows.flatMap(({ details }) => (details.url === undefined ? [] : (sourceOf(details.url) ?? [])))),
    ];
  }
}

function kept<Value>(values: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  const known = values.get(key);
  if (known !== undefined) return known;
  const loading = load();
  values.set(key, loading);
  // A fault is asked again next time.
  loading.catch(() => values.delete(key));
  return loading;
}
