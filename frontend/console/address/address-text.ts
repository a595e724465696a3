/** The address as text and back. Unknown words are dropped rather than refused: an old link should still open. */
import { formatArea, parseArea } from '../finding/area-ring.js';
import { channels, confidences, incidentStatuses, reportStatuses, severities, visibilities } from './words.js';
import {
  boardPeriods,
  defaultFilter,
  filtersOf,
  noFilter,
  settingsSections,
  type Address,
  type Answer,
  type Filter,
  type Selection,
  type SettingsSection,
  type Tab,
} from './address.js';

const root = '/console';
const day = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z)?$/;
const tag = /^[A-Za-z][A-Za-z0-9-]{0,34}$/;

const listOf = <Word extends string>(text: string | null, words: readonly Word[]): Word[] =>
  (text ?? '').split(',').filter((word): word is Word => words.some((known) => known === word));

const oneOf = <Word extends string>(text: string | null, words: readonly Word[]): Word | '' =>
  words.find((word) => word === text) ?? '';

const answerOf = (text: string | null): Answer => oneOf(text, ['true', 'false'] as const);

const dayOf = (text: string | null): string => (text !== null && day.test(text) ? text : '');

const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const minuteOf = (text: string | null): string => (text !== null && minute.test(text) ? text : '');

/** A list that is empty although it is not so at first has to be said. */
const everything = 'all';

const parseStatus = (tab: Tab, text: string | null): readonly string[] => {
  if (text === everything) return [];
  const known = listOf<string>(text, tab === 'incidents' ? incidentStatuses : reportStatuses);
  return known.length > 0 ? known : defaultFilter[tab].status;
};

const parseFilter = (tab: Tab, query: URLSearchParams): Filter => {
  const all: Filter = {
    status: parseStatus(tab, query.get('status')),
    category: (query.get('category') ?? '').split(',').filter((code) => code !== ''),
    severity: listOf(query.get('severity'), severities),
    confidence: listOf(query.get('confidence'), confidences),
    priority: listOf(query.get('priority'), severities),
    channel: listOf(query.get('channel'), channels),
    language: (query.get('language') ?? '').split(',').filter((one) => tag.test(one)),
    assignee: oneOf(query.get('assignee'), ['me', 'none'] as const),
    located: answerOf(query.get('located')),
    media: answerOf(query.get('media')),
    contact: answerOf(query.get('contact')),
    answered: answerOf(query.get('answered')),
    visibility: oneOf(query.get('visibility'), visibilities),
    area: formatArea(parseArea(query.get('area') ?? '')),
    time: oneOf(query.get('time'), tab === 'incidents' ? (['updated'] as const) : (['observed'] as const)),
    from: dayOf(query.get('from')),
    to: dayOf(query.get('to')),
    reporter: (query.get('reporter') ?? '').slice(0, 200),
    q: (query.get('q') ?? '').slice(0, 200),
  };
  return { ...noFilter, ...Object.fromEntries(filtersOf[tab].map((name) => [name, all[name]])) };
};

const parseSelection = (query: URLSearchParams): Selection | null => {
  for (const kind of ['report', 'incident'] as const) {
    const id = query.get(kind);
    if (id !== null && /^[0-9a-fA-F-]{36}$/.test(id)) return { kind, id };
  }
  return null;
};

const isSection = (word: string | undefined): word is SettingsSection =>
  settingsSections.some((section) => section === word);

export const parseAddress = (pathname: string, search: string): Address => {
  const [slug, place, section] = pathname.slice(root.length).split('/').filter(Boolean).map(decodeURIComponent);
  if (slug === undefined) return { screen: 'home' };
  if (place === 'settings') return { screen: 'settings', slug, section: isSection(section) ? section : 'deployment' };
  if (place === 'events') return { screen: 'events', slug };
  if (place === 'broadcasts') return { screen: 'broadcasts', slug };
  const query = new URLSearchParams(search);
  if (place === 'situation') return { screen: 'situation', slug };
  if (place === 'offers') return { screen: 'offers', slug, all: query.get('all') === 'true' };
  if (place === 'board') return { screen: 'board', slug, period: oneOf(query.get('period'), boardPeriods) || '24h' };
  if (place === 'shift') {
    return { screen: 'shift', slug, from: minuteOf(query.get('from')), to: minuteOf(query.get('to')) };
  }
  const tab: Tab = oneOf(query.get('tab'), ['mine', 'quarantine', 'incidents'] as const) || 'reports';
  return { screen: 'room', slug, tab, filter: parseFilter(tab, query), selected: parseSelection(query) };
};

const readable = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%3A', ':');

/** The filters in the words of the address; commas stay readable. */
const filterQuery = (filter: Filter, tab: Tab): string[] =>
  filtersOf[tab].flatMap((name) => {
    const value = filter[name];
    if (String(value) === String(defaultFilter[tab][name])) return [];
    if (name === 'status' && value.length === 0) return [`status=${everything}`];
    const text = typeof value === 'string' ? readable(value) : value.map(encodeURIComponent).join(',');
    return text === '' ? [] : [`${name}=${text}`];
  });

export const formatAddress = (address: Address): string => {
  if (address.screen === 'home') return root;
  const base = `${root}/${encodeURIComponent(address.slug)}`;
  if (address.screen === 'settings') return `${base}/settings/${address.section}`;
  if (address.screen === 'broadcasts') return `${base}/broadcasts`;
  if (address.screen === 'events') return `${base}/events`;
  if (address.screen === 'situation') return `${base}/situation`;
  if (address.screen === 'offers') return `${base}/offers${address.all ? '?all=true' : ''}`;
  if (address.screen === 'board') return `${base}/board${address.period === '24h' ? '' : `?period=${address.period}`}`;
  if (address.screen === 'shift') {
    const times = (['from', 'to'] as const).flatMap((name) =>
      address[name] === '' ? [] : [`${name}=${address[name]}`],
    );
    return `${base}/shift${times.length === 0 ? '' : `?${times.join('&')}`}`;
  }
  const query = [
    ...(address.tab === 'reports' ? [] : [`tab=${address.tab}`]),
    ...filterQuery(address.filter, address.tab),
    ...(address.selected ? [`${address.selected.kind}=${address.selected.id}`] : []),
  ].join('&');
  return query === '' ? base : `${base}?${query}`;
};
