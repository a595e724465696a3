/** The key to the map's colours and shapes, as plain accessible HTML. */
import type { Category, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import { nameIn } from '../../i18n.js';
import { mapTexts } from '../texts.js';
import { markerElement } from './marker-element.js';

export interface LegendOptions {
  categories: readonly Category[];
  layer: 'incidents' | 'reports';
  language: string;
}

// Types only may be taken from the contract here, so the words stand once more.
const severities: readonly Severity[] = ['critical', 'high', 'normal', 'low'];
const statuses: Record<LegendOptions['layer'], readonly (IncidentStatus | ReportStatus)[]> = {
  incidents: ['open', 'responding', 'resolved'],
  reports: ['new', 'in_review', 'needs_info', 'verified', 'rejected'],
};

export function createLegend({ categories, layer, language }: LegendOptions): HTMLElement {
  const texts = mapTexts(language);
  const legend = document.createElement('div');
  legend.className = 'atesto-legend';
  const section = (title: string, rows: readonly (readonly [Element, string])[]): void => {
    const heading = document.createElement('h2');
    heading.textContent = title;
    const list = document.createElement('ul');
    for (const [picture, words] of rows) {
      const item = document.createElement('li');
      item.append(picture, words);
      list.append(item);
    }
    legend.append(heading, list);
  };
  const severityTitle = layer === 'reports' ? texts.legend.priority : texts.legend.severity;
  section(
    severityTitle,
    severities.map((severity) => [markerElement(null, severity, 'open'), texts.severities[severity]]),
  );
  section(
    texts.legend.status,
    statuses[layer].map((status) => [markerElement(null, 'low', status), texts.statuses[status]]),
  );
  section(
    texts.legend.categories,
    categories.map((category) => [markerElement(category, 'low', 'open'), nameIn(category.names, language)]),
  );
  const cluster = document.createElement('p');
  cluster.textContent = texts.legend.cluster;
  const ring = document.createElement('span');
  ring.className = 'atesto-legend-cluster';
  ring.textContent = '12';
  ring.setAttribute('aria-hidden', 'true');
  cluster.prepend(ring);
  legend.append(cluster);
  return legend;
}
