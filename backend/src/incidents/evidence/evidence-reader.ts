/** Evidence as responders see it. The public never does. */
import { Injectable } from '@nestjs/common';
import type { EvidenceList, EvidenceView, PageQuery } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { Database, notFound, readPage, type Access } from '../../platform/index.js';
import { incidentsById } from '../incidents.queries.js';
import { evidenceOf, isAuthor, isGivenBy, photosOf, secondsOf, type EvidenceRecord } from './evidence.queries.js';

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

  /** Oldest first. @throws Problem 404, 422 */
  async of(deployment: Deployment, incidentId: string, by: Access, query: PageQuery = {}): Promise<EvidenceList> {
    const [incident] = await incidentsById(this.database, deployment.id, [incidentId]);
    if (incident === undefined) throw notFound('incident');
    const { rows, next } = await readPage(
      query,
      (slice) => evidenceOf(this.database, deployment.id, incidentId, slice),
      ({ at }) => at,
    );
    const seconds = await secondsOf(this.database, deployment.id, incidentId);
    const photos = await photosOf(this.database, deployment.id, incidentId);
    const second = seconds.find((one) => one.given_by === incident.seconded_by);
    return {
      items: rows.map(presentEvidence),
      next,
      photos: photos.map(({ id, report_id: report }) => ({
        id,
        report,
        thumbnailUrl: `/api/v1/deployments/${deployment.slug}/media/${id}/thumbnail`,
      })),
      reports: incident.report_count,
      confirmations: incident.confirmation_count,
      second: {
        demanded: deployment.policy.fourEyes,
        by: second === undefined ? null : presentEvidence(second).by,
        mayConfirm: await this.mayConfirm(deployment.id, incidentId, seconds, by),
      },
    };
  }

  private async mayConfirm(
    deploymentId: string,
    incidentId: string,
    seconds: readonly EvidenceRecord[],
    { userId, permissions }: Access,
  ): Promise<boolean> {
    if (userId === null || !permissions.has('reports.triage')) return false;
    return !seconds.some(isGivenBy(userId)) && !(await isAuthor(this.database, deploymentId, incidentId, userId));
  }
}
