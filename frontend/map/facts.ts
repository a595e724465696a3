/** Severity and status as small marks with words, never by colour alone. */
import type { PublicIncident } from '@atesto/contract';
import type { Context } from './context.js';
import { element } from './element.js';

export function facts(context: Context, incident: PublicIncident): HTMLElement {
  const { severity, status } = incident;
  return element(
    'span',
    { className: 'facts' },
    element('span', { className: `fact severity-${severity}` }, context.texts.severities[severity]),
    element('span', { className: `fact status-${status}` }, context.texts.statuses[status]),
  );
}
