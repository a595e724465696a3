/** The public history in words: the same on the card of the map and on an incident's own page. Pure. */
import type { PublicHistoryItem } from '@atesto/contract';
import type { PluralForms } from '../shared/i18n.js';
import type { Texts } from './texts/index.js';

export function historyWords(
  item: PublicHistoryItem,
  { history }: Texts,
  plural: (count: number, forms: PluralForms) => string,
): string {
  switch (item.kind) {
    case 'status':
      return history.statuses[item.status ?? 'open'];
    case 'confidence':
      return history.confidence[item.confidence ?? 'unconfirmed'];
    case 'reports':
      return plural(item.reports ?? 1, history.reports);
    default:
      return history[item.kind];
  }
}
