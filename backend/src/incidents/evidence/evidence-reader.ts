/** Evidence as responders see it. The public never does. */
import { Injectable } from '@nestjs/common';
import type { EvidenceList, EvidenceView } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { Database, notFound, type Access } from '../../platform/index.js';
import { incidentsById } from '../incidents.queries.js';
import { evidenceOf, isAuthor, photosOf, type EvidenceRecord } from './evidence.queries.js';

export function presentEvidence(row: EvidenceRecord): EvidenceView {
  const { withdrawn_by: withdrawnBy, withdrawn_at: withdrawnAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    report: row.report_id,
    medium: row.medium_id,
    url: row.url,
    note: row.note,
    by: { id: row.given_by, name: row.giver_name ?? '' },
    at: row.at.toISOString(),
    withdrawn:
      withdrawnBy === null || withdrawnAt === null
        ? null
        : { by: { id: withdrawnBy, name: row.withdrawer_name ?? '' }, at: withdrawnAt.toISOString() },
  };
}

@Injectable()
export class EvidenceReader {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 */
  async of(deployment: Deployment, incidentId: string, by: Access): Promise<EvidenceList> {
    const [incident] = await incidentsById(this.database, deployment.id, [incidentId]);
    if (incident === undefined) throw notFound('incident');
    const items = (await evidenceOf(this.database, deployment.id, incidentId)).map(presentEvidence);
    const photos = await photosOf(this.database, deployment.id, incidentId);
    const second = items.find(({ kind, by: { id } }) => kind === 'second_person' && id === incident.seconded_by);
    return {
      items,
      photos: photos.map(({ id, report_id: report }) => ({
        id,
        report,
        thumbnailUrl: `/api/v1/deployments/${deployment.slug}/media/${id}/thumbnail`,
      })),
      reports: incident.report_count,
      confirmations: incident.confirmation_count,
      second: {
        demanded: deployment.policy.fourEyes,
        by: second?.by ?? null,
        mayConfirm: await this.mayConfirm(deployment.id, incidentId, items, by),
      },
    };
  }

  private async mayConfirm(
    deploymentId: string,
    incidentId: string,
    items: readonly EvidenceView[],
    { userId, permissions }: Access,
  ): Promise<boolean> {
    if (userId === null || !permissions.has('reports.triage')) return false;
    const isGiven = items.some(
      ({ kind, by, withdrawn }) => kind === 'second_person' && by.id === userId && withdrawn === null,
    );
    return !isGiven && !(await isAuthor(this.database, deploymentId, incidentId, userId));
  }
}
