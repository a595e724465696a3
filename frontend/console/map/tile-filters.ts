/**
 * What each layer of tiles is asked for: that of the list's tab by the list's filters, the other by those that both kinds
 * understand. Pure.
 */
import type { Filter, Tab } from '../address/address.js';
import { listQuery } from '../address/list-query.js';
import type { Layer } from '../store/state.js';

const shared: readonly string[] = ['category', 'from', 'to'];

export const tileFilters = (filter: Filter, tab: Tab): Record<Layer, URLSearchParams> => {
  const none = new URLSearchParams();
  if (tab !== 'reports' && tab !== 'incidents') return { reports: none, incidents: none };
  const own = listQuery(filter, tab);
  // The tiles have one word for how urgent reports and incidents are.
  const priority = own.get('priority');
  if (priority !== null) own.set('severity', priority);
  const other = new URLSearchParams([...own].filter(([name]) => shared.includes(name)));
  return tab === 'reports' ? { reports: own, incidents: other } : { reports: other, incidents: own };
};
