/**
 * What the address bar says, as a value: screen, tab, filters and what is open. Everything a link must carry is in here
 * and nothing else is, so that back, forward and a shared link all mean the same.
 */
import type { Channel, Confidence, ReportStatus, Severity, Visibility } from '@atesto/contract';

/** What waits in quarantine is a list of its own beside the reports: nobody has looked at it yet. */
export type Tab = 'mine' | 'reports' | 'quarantine' | 'incidents';

export type Answer = '' | 'true' | 'false';

/**
 * Empty means: not filtered. From and to are days, `YYYY-MM-DD` in the reader's zone, the last one included, or minutes,
 * `YYYY-MM-DDTHH:MMZ`, the last one left out.
 */
export interface Filter {
  status: readonly string[];
  category: readonly string[];
  severity: readonly Severity[];
  confidence: readonly Confidence[];
  priority: readonly Severity[];
  channel: readonly Channel[];
  language: readonly string[];
  assignee: '' | 'me' | 'none';
  located: Answer;
  media: Answer;
  contact: Answer;
  answered: Answer;
  visibility: '' | Visibility;
  /** Corners, `lon,lat;lon,lat;…`. */
  area: string;
  /** Which time is meant; empty for when it was received or opened. */
  time: '' | 'observed' | 'updated';
  from: string;
  to: string;
  /** Who sent it. */
  reporter: string;
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
  'layers',
  'words',
  'answers',
  'people',
  'organisations',
  'channels',
  'webhooks',
  'sharing',
  'handout',
  'exports',
  'keys',
  'notices',
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

export const boardPeriods = ['8h', '24h', '7d', '30d'] as const;
export type BoardPeriod = (typeof boardPeriods)[number];

export type Address =
  | { screen: 'home' }
  | RoomAddress
  | { screen: 'events'; slug: string }
  /** Offers of help: those that can be used, or all. */
  | { screen: 'offers'; slug: string; all: boolean }
  /** Messages to all who asked for alerts. */
  | { screen: 'broadcasts'; slug: string }
  | { screen: 'settings'; slug: string; section: SettingsSection }
  | { screen: 'board'; slug: string; period: BoardPeriod }
  /** Minutes, `YYYY-MM-DDTHH:MMZ`; empty for the last eight hours. */
  | { screen: 'shift'; slug: string; from: string; to: string }
  | { screen: 'situation'; slug: string };

export const noFilter: Filter = {
  status: [],
  category: [],
  severity: [],
  confidence: [],
  priority: [],
  channel: [],
  language: [],
  assignee: '',
  located: '',
  media: '',
  contact: '',
  answered: '',
  visibility: '',
  area: '',
  time: '',
  from: '',
  to: '',
  reporter: '',
  q: '',
};

/** Which filters each tab knows; the others are dropped from its address. */
const ofReports = ['category', 'priority', 'channel', 'language', 'located', 'media', 'contact'] as const;
const ofAll = ['area', 'time', 'from', 'to'] as const;
export const filtersOf: Record<Tab, readonly (keyof Filter)[]> = {
  mine: [],
  reports: ['status', 'assignee', ...ofReports, 'answered', ...ofAll, 'reporter', 'q'],
  quarantine: [...ofReports, ...ofAll, 'reporter', 'q'],
  incidents: ['status', 'category', 'severity', 'confidence', 'visibility', 'located', ...ofAll, 'q'],
};

export const openStatuses = ['new', 'in_review', 'needs_info'] as const satisfies ReportStatus[];

/** A queue is work: finished reports are in it when somebody asks for them. */
export const defaultFilter: Record<Tab, Filter> = {
  mine: noFilter,
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
  const { category, area, from, to, q } = room.filter;
  if (tab === 'mine') return { ...room, tab, filter: noFilter };
  return { ...room, tab, filter: { ...defaultFilter[tab], category, area, from, to, q } };
};

/** What is not as it is at first. */
export const activeFilters = (filter: Filter, tab: Tab): (keyof Filter)[] =>
  filtersOf[tab].filter((name) => String(filter[name]) !== String(defaultFilter[tab][name]));

export const sameFilter = (one: Filter, other: Filter): boolean =>
  (Object.keys(noFilter) as (keyof Filter)[]).every((name) => String(one[name]) === String(other[name]));
