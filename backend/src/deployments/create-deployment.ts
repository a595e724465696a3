/** Makes a deployment with sensible beginnings; the first one of an installation is made at its first start. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NewDeployment } from '@atesto/contract';
import { appendJournal, Database, JournalFeed, Problem, type Sql } from '../platform/index.js';
import type { Deployment } from './deployment.js';
import { DeploymentCatalogue } from './deployment-catalogue.js';
import { insertDeployment, listDeployments } from './deployments.queries.js';
import { firstCategories } from './first-categories.js';
import { firstPolicy } from './policy.js';
import { writeCategories } from './put-categories.js';

/** What a new installation has. */
export const firstSlug = 'main';

/** The inhabited world: what a deployment covers until a coordinator or an import says better. */
export const wholeWorld = { west: -180, south: -60, east: 180, north: 78 };

/** Names that are, or may become, paths of the program. */
const reserved = new Set(['api', 'assets', 'console', 'map', 'report', 'follow', 'basemap', 'healthz', 'readyz']);

@Injectable()
export class CreateDeployment {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly catalogue: DeploymentCatalogue,
  ) {}

  /** @throws Problem 409 when the slug is taken or reserved */
  async create(input: NewDeployment, actorId: string | null): Promise<Deployment> {
    if (reserved.has(input.slug)) {
      throw new Problem(409, 'conflict', 'Reserved', `"${input.slug}" is kept for the program itself.`);
    }
    await this.database.transaction((tx) => this.write(tx, input, actorId));
    this.catalogue.forget();
    this.feed.wake();
    return this.catalogue.named(input.slug);
  }

  /** Makes the first deployment when there is none at all. */
  async createFirst(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('lock table deployments in share row exclusive mode');
      if ((await listDeployments(tx)).length === 0) await this.write(tx, { slug: firstSlug, name: 'Atesto' }, null);
    });
  }

  private async write(tx: Sql, input: NewDeployment, actorId: string | null): Promise<void> {
    const id = uuidv7();
    const { slug, name, area = wholeWorld, languages = ['en', 'de'], exercise = false } = input;
    await insertDeployment(tx, id, { slug, name, area, languages, policy: firstPolicy }, exercise);
    await writeCategories(tx, id, new Map(), firstCategories);
    await appendJournal(tx, [
      { deploymentId: id, kind: 'deployment.created', subjectId: id, actorId, data: exercise ? { exercise } : {} },
    ]);
  }
}
