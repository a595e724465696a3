/** What is known already near a report's place, for phones that cannot ask by script before they send. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { boxAround, type NearIncident } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { ConfirmIncident, IncidentReader } from '../../incidents/index.js';
import { notFound } from '../../platform/index.js';
import type { ReportRecord } from '../../reports/index.js';

const most = 3;

@Injectable()
export class NearIncidents {
  constructor(
    private readonly incidents: IncidentReader,
    private readonly confirmIncident: ConfirmIncident,
  ) {}

  /** Whoever reported counts once, by the report. @throws Problem 404 for what is not public */
  async confirm(deployment: Deployment, report: ReportRecord, incidentId: string): Promise<void> {
    if (!isUUID(incidentId)) throw notFound('incident');
    await this.confirmIncident.confirm(deployment, incidentId.toLowerCase(), report.id);
  }

  /** Published and not over, of the same category, newest first; `seen` was just confirmed. Empty without a place. */
  async of(deployment: Deployment, report: ReportRecord, seen: string): Promise<NearIncident[]> {
    const { lat, lon, accuracy_metres: accuracyMetres } = report;
    if (lat === null || lon === null) return [];
    const category = deployment.codeOf(report.category_id);
    const precisionMetres = deployment.policy.publicPrecisionMetres;
    const query = {
      bbox: boxAround({ lat, lon, accuracyMetres: accuracyMetres ?? 0, precisionMetres }),
      status: 'open,responding',
      limit: most,
      ...(category === null ? {} : { category }),
    };
    const { items } = await this.incidents.list(deployment, query, 'public');
    return items.map(({ id, title, place }) => ({ id, title, place, isConfirmed: id === seen }));
  }
}
