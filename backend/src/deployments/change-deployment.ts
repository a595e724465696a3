/** Changes name, area, languages and policy of a deployment. */
import { Injectable } from '@nestjs/common';
import type { PatchDeployment } from '@atesto/contract';
import { appendJournal, Database, invalidInput, JournalFeed, staleVersion } from '../platform/index.js';
import type { Deployment } from './deployment.js';
import { DeploymentCatalogue } from './deployment-catalogue.js';
import { loadDeployment, updateDeployment } from './deployments.queries.js';
import { completePolicy } from './policy.js';

@Injectable()
export class ChangeDeployment {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly catalogue: DeploymentCatalogue,
  ) {}

  /** @throws Problem 412 when it changed since `version`, 422 for an area upside down */
  async change(deployment: Deployment, version: number, patch: PatchDeployment, actorId: string): Promise<Deployment> {
    if (patch.area !== undefined && patch.area.south >= patch.area.north) {
      throw invalidInput([{ pointer: '/area/north', detail: 'must lie north of south' }]);
    }
    await this.database.transaction(async (tx) => {
      // As it is now, not as this process remembers it: another one may just have changed it.
      const current = (await loadDeployment(tx, 'id', deployment.id)) ?? deployment;
      const fields = {
        name: patch.name ?? current.name,
        area: patch.area ?? current.area,
        languages: patch.languages ?? [...current.languages],
        policy: completePolicy(patch.policy ?? {}, current.policy),
      };
      if (!(await updateDeployment(tx, deployment.id, version, fields))) throw staleVersion(current.version);
      await appendJournal(tx, [
        {
          deploymentId: deployment.id,
          kind: 'deployment.changed',
          subjectId: deployment.id,
          actorId,
          data: { ...patch },
        },
      ]);
    });
    this.catalogue.forget();
    this.feed.wake();
    return this.catalogue.named(deployment.slug);
  }
}
