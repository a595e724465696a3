/** What every piece of the page needs: words, formats, the deployment, and the way to the server. */
import type { Category, DeploymentView, IncidentStatus, Severity } from '@atesto/contract';
import type { PublicApi } from '../shared/api-public.js';
import type { Formats, PluralForms } from '../shared/i18n.js';
import type { Language, Texts } from './texts/index.js';

export interface Context {
  texts: Texts;
  language: Language;
  formats: Formats;
  plural: (count: number, forms: PluralForms) => string;
  deployment: DeploymentView;
  api: PublicApi;
  category: (code: string | null) => Category | null;
  categoryName: (code: string | null) => string;
}

export const severityOrder: readonly Severity[] = ['critical', 'high', 'normal', 'low'];
export const statusOrder: readonly IncidentStatus[] = ['open', 'responding', 'resolved'];
