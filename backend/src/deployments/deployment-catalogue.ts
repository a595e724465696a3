/**
 * Deployments by slug and id, kept in memory because every request needs one. The journal tells when one changed, in
 * whichever process that was.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, JournalFeed, notFound } from '../platform/index.js';
import type { Deployment } from './deployment.js';
import { loadDeployment } from './deployments.queries.js';

const changing = new Set(['deployment.created', 'deployment.changed', 'categories.changed']);

@Injectable()
export class DeploymentCatalogue implements OnApplicationBootstrap {
  private readonly bySlug = new Map<string, Promise<Deployment | null>>();
  private readonly byId = new Map<string, Promise<Deployment | null>>();

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => {
      if (entries.some((entry) => changing.has(entry.kind))) this.forget();
    });
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
    return found;
  }
}
