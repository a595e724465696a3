/** Finds the report that a follow address is for. Whoever holds its secret token may act on it as its reporter. */
import { Injectable } from '@nestjs/common';
import { DeploymentCatalogue, type Deployment } from '../../deployments/index.js';
import { Database, Keys, notFound } from '../../platform/index.js';
import { reportsById, type ReportRecord } from '../../reports/index.js';

@Injectable()
export class FollowedReports {
  constructor(
    private readonly keys: Keys,
    private readonly catalogue: DeploymentCatalogue,
    private readonly database: Database,
  ) {}

  /** @throws Problem 404 */
  async named(token: string): Promise<{ deployment: Deployment; report: ReportRecord }> {
    const named = this.keys.reportOfFollowSecret(token);
    const deployment = named === null ? null : await this.catalogue.withId(named.deploymentId);
    if (named === null || deployment === null) throw notFound('report');
    const [report] = await reportsById(this.database, deployment.id, [named.reportId]);
    if (report === undefined) throw notFound('report');
    return { deployment, report };
  }
}
