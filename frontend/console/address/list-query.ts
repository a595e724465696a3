/** Filters of the address in the words of the API. Days become instants at local midnight, the last day included; minutes are taken as they are. */
import { filtersOf, type Filter, type Tab } from './address.js';

const instantOf = (day: string, plusDays: number): string => {
  if (day.includes('T')) return new Date(day).toISOString();
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year ?? 1970, (month ?? 1) - 1, (date ?? 1) + plusDays).toISOString();
};

export const listQuery = (filter: Filter, tab: Tab): URLSearchParams => {
  const query = new URLSearchParams();
  if (tab === 'quarantine') query.set('quarantined', 'true');
  for (const name of filtersOf[tab]) {
    const value = filter[name];
    if (value.length === 0) continue;
    if (name === 'from') query.set(name, instantOf(filter.from, 0));
    else if (name === 'to') query.set(name, instantOf(filter.to, 1));
    else query.set(name, typeof value === 'string' ? value : value.join(','));
  }
  return query;
};
