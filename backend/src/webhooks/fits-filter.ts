/** Which incidents a webhook wants: its categories with what stands below them, and from which severity on. Pure. */
import { severities } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { IncidentRecord } from '../incidents/index.js';
import type { WebhookRecord } from './webhooks.queries.js';

export function fitsFilter(
  { categories, min_severity: least }: Pick<WebhookRecord, 'categories' | 'min_severity'>,
  incident: Pick<IncidentRecord, 'category_id' | 'severity'>,
  deployment: Deployment,
): boolean {
  if (severities.indexOf(incident.severity) < severities.indexOf(least)) return false;
  if (categories.length === 0) return true;
  return incident.category_id !== null && deployment.withDescendants(categories).includes(incident.category_id);
}
