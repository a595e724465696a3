/**
 * Deployments by slug and id, kept in memory because every request needs one. The journal tells when one changed, in
 * whichever process that was. While the database is away the last known ones serve, so that reports can be taken.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, isDatabaseAway, JournalFeed, notFound } from '../platform/index.js';
import type { Deployment } from './deployment.js';
import { listDeployments, loadDeployment } from './deployments.queries.js';

const changing = new Set(['deployment.created', 'deployment.changed', 'categories.changed']);

@Injectable()
export class DeploymentCatalogue implements OnApplicationBootstrap {
  private readonly bySlug = new Map<string, Promise<Deployment | null>>();
  private readonly byId = new Map<string, Promise<Deployment | null>>();
  private readonly lastKnown = new Map<string, Deployment>();

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => {
      if (entries.some((entry) => changing.has(entry.kind))) this.forget();
    });
    this.knowAll();
  }

  /** @throws Problem 404 */
  async named(slug: string): Promise<Deployment> {
    const deployment = await this.find(this.bySlug, 'slug', slug);
    if (deployment === null) throw notFound('deployment');
    return deployment;
  }

  async withId(id: string): Promise<Deployment | null> {
    return this.find(this.byId, 'id', id);
  }

  /** Reads anew from now on. */
  forget(): void {
    this.bySlug.clear();
    this.byId.clear();
    this.knowAll();
  }

  /** In the background, before anybody asks: when the database is away it is too late. */
  private knowAll(): void {
    const know = async (): Promise<void> => {
      for (const { slug } of await listDeployments(this.database)) await this.named(slug);
    };
    know().catch(() => undefined);
  }

  private async find(
    kept: Map<string, Promise<Deployment | null>>,
    by: 'slug' | 'id',
    value: string,
  ): Promise<Deployment | null> {
    let found = kept.get(value);
    if (found === undefined) {
      found = loadDeployment(this.database, by, value);
      kept.set(value, found);
      // An unknown name or a fault is asked again next time.
      const forget = (): void => void kept.delete(value);
      found.then((deployment) => deployment ?? forget(), forget);
    }
    const name = `${by} ${value}`;
    try {
      const deployment = await found;
      if (deployment !== null) this.lastKnown.set(name, deployment);
      return deployment;
    } catch (error) {
      const last = this.lastKnown.get(name);
      if (last !== undefined && isDatabaseAway(error)) return last;
      throw error;
    }
  }
}
