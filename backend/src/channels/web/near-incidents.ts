/** What is known already near a report's place, for phones that cannot ask by script before they send. */
import { Injectable } from '@nestjs/common';
import { boxAround, type NearIncident } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { IncidentReader } from '../../incidents/index.js';
import type { ReportRecord } from '../../reports/index.js';

const most = 3;

@Injectable()
export class NearIncidents {
  constructor(private readonly incidents: IncidentReader) {}

  /** Published and not over, of the same category, nearest in time first. Empty without a place. */
  async of(deployment: Deployment, report: ReportRecord): Promise<NearIncident[]> {
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
    return items.map(({ id, title, place }) => ({ id, title, place, isConfirmed: false }));
  }
}
