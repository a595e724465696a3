/** The indexes of this process, one for each deployment, layer and audience that somebody looked at. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import { snapToGrid } from '../incidents/index.js';
import {
  CONFIG,
  Database,
  JournalFeed,
  LOG,
  type Config,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { indexSource, type MarkerLayer, type View } from './index-source.js';
import { LiveIndex } from './live-index.js';
import { busyDeployments } from './map.queries.js';

/** In the order of how many wait for them. */
const allViews: readonly View[] = [
  { layer: 'incidents', audience: 'public' },
  { layer: 'reports', audience: 'responders' },
  { layer: 'incidents', audience: 'responders' },
];

interface Kept {
  /** What the points depend on beside their own rows. */
  basis: string;
  live: LiveIndex;
}

const layerOf = (entry: JournalEntry): MarkerLayer | null =>
  entry.kind.startsWith('report.') ? 'reports' : entry.kind.startsWith('incident.') ? 'incidents' : null;

/** A merge names the other incident in its data, so everything that looks like an id is read again. */
const isUuid = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);

@Injectable()
export class MapIndexes implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By deployment id, then by layer and audience. */
  private readonly kept = new Map<string, Map<string, Kept>>();
  private isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly deployments: DeploymentCatalogue,
    @Inject(LOG) private readonly log: Log,
    @Inject(CONFIG) private readonly config: Pick<Config, 'roles'>,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => this.follow(entries));
    // Where no calls are answered nobody will ask for a tile.
    if (!this.config.roles.has('http')) return;
    this.warm().catch((error: unknown) => {
      if (!this.isEnding) this.log.warn({ err: error }, 'no map index was loaded ahead');
    });
  }

  /** What is being loaded then ends with the database. */
  onApplicationShutdown(): void {
    this.isEnding = true;
  }

  /** Of deployments where something happens and there is much: who looks first after a start must not wait for all of it. */
  private async warm(): Promise<void> {
    for (const id of await busyDeployments(this.database)) {
      const deployment = await this.deployments.withId(id);
      for (const view of allViews) {
        if (this.isEnding) return;
        if (deployment !== null) await this.of(deployment, view).points();
      }
    }
  }

  /** The index for a view; a change of policy or categories begins a new one, so that nothing stays too exact. */
  of(deployment: Deployment, view: View): LiveIndex {
    const views = this.kept.get(deployment.id) ?? new Map<string, Kept>();
    this.kept.set(deployment.id, views);
    const name = `${view.layer}/${view.audience}`;
    const basis = basisOf(deployment);
    let kept = views.get(name);
    if (kept?.basis !== basis) {
      const longReads = (): Promise<Sql> => this.database.forLongReads();
      kept = { basis, live: new LiveIndex(indexSource(this.database, deployment, view, snapToGrid, longReads)) };
      views.set(name, kept);
    }
    return kept.live;
  }

  private async follow(entries: readonly JournalEntry[]): Promise<void> {
    const changed = new Map<string, Set<string>>();
    for (const entry of entries) {
      const layer = layerOf(entry);
      if (layer === null || !this.kept.has(entry.deploymentId)) continue;
      const key = `${entry.deploymentId} ${layer}`;
      const ids = changed.get(key) ?? new Set<string>();
      changed.set(key, ids);
      for (const id of [entry.subjectId, ...Object.values(entry.data)]) if (isUuid(id)) ids.add(id);
    }
    for (const [key, ids] of changed) {
      const [deploymentId = '', layer] = key.split(' ');
      for (const [name, { live }] of this.kept.get(deploymentId) ?? []) {
        if (!name.startsWith(`${layer}/`)) continue;
        // One that fails begins anew by itself; the others must not miss anything for it.
        await live.follow([...ids]).catch((error: unknown) => this.log.warn({ err: error }, 'a map index begins anew'));
      }
    }
  }
}

const bases = new WeakMap<Deployment, string>();

function basisOf(deployment: Deployment): string {
  const known = bases.get(deployment);
  if (known !== undefined) return known;
  const categories = deployment.categories.map(({ id, code, parentId, sensitive }) => [id, code, parentId, sensitive]);
  const { publicPrecisionMetres, fourEyes } = deployment.policy;
  const basis = JSON.stringify([publicPrecisionMetres, fourEyes, categories]);
  bases.set(deployment, basis);
  return basis;
}
