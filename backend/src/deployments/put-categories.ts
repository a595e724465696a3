/** Replaces a deployment's tree of categories. What is missing is archived, so that old reports keep their category. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { CategoryInput } from '@atesto/contract';
import { appendJournal, Database, invalidInput, JournalFeed, staleVersion, type Sql } from '../platform/index.js';
import { categoryFaults } from './categories.js';
import type { Deployment } from './deployment.js';
import { DeploymentCatalogue } from './deployment-catalogue.js';
import { archiveCategoriesExcept, touchDeployment, upsertCategory } from './deployments.queries.js';

/** Writes the list in its order; ids are kept where the code is known. */
export async function writeCategories(
  tx: Sql,
  deploymentId: string,
  known: ReadonlyMap<string, string>,
  items: readonly CategoryInput[],
): Promise<void> {
  const ids = new Map(items.map((item) => [item.code, known.get(item.code) ?? uuidv7()]));
  for (const [position, item] of items.entries()) {
    const parentId = item.parent == null ? null : (ids.get(item.parent) ?? null);
    await upsertCategory(tx, deploymentId, ids.get(item.code) ?? uuidv7(), parentId, position, item);
  }
}

@Injectable()
export class PutCategoriesAction {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly catalogue: DeploymentCatalogue,
  ) {}

  /** @throws Problem 422 for an unsound tree, 412 when the deployment changed since `version` */
  async put(deployment: Deployment, version: number, items: CategoryInput[], actorId: string): Promise<Deployment> {
    const faults = categoryFaults(items);
    if (faults.length > 0) throw invalidInput(faults);
    const known = new Map(deployment.categories.map((category) => [category.code, category.id]));
    await this.database.transaction(async (tx) => {
      if (!(await touchDeployment(tx, deployment.id, version))) throw staleVersion(deployment.version);
      await writeCategories(tx, deployment.id, known, items);
      const codes = items.map((item) => item.code);
      await archiveCategoriesExcept(tx, deployment.id, codes);
      await appendJournal(tx, [
        { deploymentId: deployment.id, kind: 'categories.changed', subjectId: deployment.id, actorId, data: { codes } },
      ]);
    });
    this.catalogue.forget();
    this.feed.wake();
    return this.catalogue.named(deployment.slug);
  }
}
