/**
 * What the address bar says, as a value: screen, tab, filters and what is open. Everything a link must carry is in here
 * and nothing else is, so that back, forward and a shared link all mean the same.
 */
import type { Channel, ReportStatus, Severity, Visibility } from '@atesto/contract';

/** What waits in quarantine is a list of its own beside the reports: nobody has looked at it yet. */
export type Tab = 'reports' | 'quarantine' | 'incidents';

/** Empty means: not filtered. Days are `YYYY-MM-DD` in the reader's zone, the last one included. */
export interface Filter {
  status: readonly string[];
  category: readonly string[];
  severity: readonly Severity[];
  channel: readonly Channel[];
  assignee: '' | 'me' | 'none';
  located: '' | 'true' | 'false';
  visibility: '' | Visibility;
  from: string;
  to: string;
  q: string;
}

export interface Selection {
  kind: 'report' | 'incident';
  id: string;
}

export const settingsSections = [
  'exercise',
  'deployment',
  'categories',
  'words',
  'people',
  'organisations',
  'channels',
  'handout',
  'keys',
  'password',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export interface RoomAddress {
  screen: 'room';
  slug: string;
  tab: Tab;
  filter: Filter;
  selected: Selection | null;
}

export type Address = { screen: 'home' } | RoomAddress | { screen: 'settings'; slug: string; section: SettingsSection };

export const noFilter: Filter = {
  status: [],
  category: [],
  severity: [],
  channel: [],
  assignee: '',
  located: '',
  visibility: '',
  from: '',
  to: '',
  q: '',
};

/** Which filters each tab knows; the others are dropped from its address. */
export const filtersOf: Record<Tab, readonly (keyof Filter)[]> = {
  reports: ['status', 'category', 'channel', 'assignee', 'located', 'from', 'to', 'q'],
  quarantine: ['category', 'channel', 'located', 'from', 'to', 'q'],
  incidents: ['status', 'category', 'severity', 'visibility', 'from', 'to', 'q'],
};

export const openStatuses = ['new', 'in_review', 'needs_info'] as const satisfies ReportStatus[];

/** A queue is work: finished reports are in it when somebody asks for them. */
export const defaultFilter: Record<Tab, Filter> = {
  reports: { ...noFilter, status: openStatuses },
  quarantine: noFilter,
  incidents: noFilter,
};

export const roomOf = (slug: string, tab: Tab = 'reports'): RoomAddress => ({
  screen: 'room',
  slug,
  tab,
  filter: defaultFilter[tab],
  selected: null,
});

/** The other tab with what both understand; words like a status mean different things there. */
export const withTab = (room: RoomAddress, tab: Tab): RoomAddress => {
  const { category, from, to, q } = room.filter;
  return { ...room, tab, filter: { ...defaultFilter[tab], category, from, to, q } };
};

/** What is not as it is at first. */
export const activeFilters = (filter: Filter, tab: Tab): (keyof Filter)[] =>
  filtersOf[tab].filter((name) => String(filter[name]) !== String(defaultFilter[tab][name]));

export const sameFilter = (one: Filter, other: Filter): boolean =>
  (Object.keys(noFilter) as (keyof Filter)[]).every((name) => String(one[name]) === String(other[name]));
