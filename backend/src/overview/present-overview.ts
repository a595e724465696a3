/** Puts the counted rows together as coordinators read them. Nobody is counted alone but oneself. Pure. */
import {
  ages,
  incidentStatuses,
  type Age,
  type CategoryCount,
  type IncidentStatus,
  type Overview,
  type OverviewDay,
  type OverviewOrganisation,
  type Severity,
  type Spread,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { ActRow, DecidedRow, IncidentRow, OpenRow, ReceivedRow } from './overview.queries.js';

/** An organisation is named when so many of its people decided: fewer would be told apart. */
export const fewestPeople = 3;

const noSpread: Spread = { count: 0, median: null, p90: null };

const spreadOf = (row: ActRow | undefined): Spread =>
  row === undefined ? noSpread : { count: row.first, median: row.median, p90: row.p90 };

const bySeverity = (): Record<Severity, number> => ({ low: 0, normal: 0, high: 0, critical: 0 });

function summed<Row extends { n: number }, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.n);
  return sums;
}

const mostFirst = <Key>(sums: Map<Key, number>): [Key, number][] => [...sums].sort((one, other) => other[1] - one[1]);

function categoriesOf(
  rows: readonly { category_id: string | null; n: number }[],
  deployment: Deployment,
): CategoryCount[] {
  const sums = summed(rows, ({ category_id: id }) => deployment.codeOf(id));
  return mostFirst(sums).map(([category, count]) => ({ category, count }));
}

export function presentOpen(rows: readonly OpenRow[]): Overview['open'] {
  const byAge = Object.fromEntries(ages.map((age) => [age, bySeverity()])) as Record<Age, Record<Severity, number>>;
  for (const { age, priority, n } of rows) byAge[age as Age][priority] += n;
  const times = rows.map(({ oldest }) => oldest.getTime());
  return {
    total: rows.reduce((sum, { n }) => sum + n, 0),
    byAge,
    oldest: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
  };
}

export function presentReceived(rows: readonly ReceivedRow[], deployment: Deployment): Overview['received'] {
  const channels = mostFirst(summed(rows, ({ channel }) => channel));
  return {
    total: rows.reduce((sum, { n }) => sum + n, 0),
    byChannel: channels.map(([channel, count]) => ({ channel, count })),
    byCategory: categoriesOf(rows, deployment),
  };
}

export function presentDecided(rows: readonly DecidedRow[]): Overview['decided'] {
  const of = (kind: DecidedRow['kind']): number => rows.find((row) => row.kind === kind)?.n ?? 0;
  const [verified, rejected] = [of('report.verified'), of('report.rejected')];
  return { total: verified + rejected, verified, rejected, mine: rows.reduce((sum, { mine }) => sum + mine, 0) };
}

const isWhole = (row: ActRow): boolean => row.day === null && !row.by_organisation;

export const wholeSpread = (rows: readonly ActRow[]): Spread => spreadOf(rows.find(isWhole));

/** Days on which something came in or was decided. */
export function presentDays(
  received: readonly ReceivedRow[],
  looks: readonly ActRow[],
  decisions: readonly ActRow[],
): OverviewDay[] {
  const came = summed(received, ({ day }) => day);
  const ofDay = (rows: readonly ActRow[], day: string): ActRow | undefined => rows.find((row) => row.day === day);
  const days = [...came.keys(), ...looks.flatMap(({ day }) => day ?? []), ...decisions.flatMap(({ day }) => day ?? [])];
  return [...new Set(days)].sort().map((day) => ({
    day,
    received: came.get(day) ?? 0,
    decided: ofDay(decisions, day)?.acts ?? 0,
    firstLook: spreadOf(ofDay(looks, day)),
    decision: spreadOf(ofDay(decisions, day)),
  }));
}

/** Those of few people are put together; their times are not told, as together they cannot be counted. */
export function presentOrganisations(
  names: readonly { id: string; name: string }[],
  looks: readonly ActRow[],
  decisions: readonly ActRow[],
): OverviewOrganisation[] {
  const rows = decisions.filter(({ by_organisation: isOne }) => isOne);
  const isNamed = (row: ActRow): boolean => row.organisation_id !== null && row.people >= fewestPeople;
  const named = rows.filter(isNamed).map((row) => ({
    name: names.find(({ id }) => id === row.organisation_id)?.name ?? null,
    decided: row.acts,
    firstLook: spreadOf(looks.find((one) => one.by_organisation && one.organisation_id === row.organisation_id)),
    decision: spreadOf(row),
  }));
  const others = rows.filter((row) => !isNamed(row)).reduce((sum, { acts }) => sum + acts, 0);
  const rest = others === 0 ? [] : [{ name: null, decided: others, firstLook: noSpread, decision: noSpread }];
  return [...named.sort((one, other) => other.decided - one.decided), ...rest];
}

export function presentIncidents(
  rows: readonly IncidentRow[],
  deployment: Deployment,
  moved: { opened: number; resolved: number },
): Overview['incidents'] {
  const byStatus = Object.fromEntries(incidentStatuses.map((status) => [status, bySeverity()])) as Record<
    IncidentStatus,
    Record<Severity, number>
  >;
  for (const { status, severity, n } of rows) byStatus[status][severity] += n;
  const unresolved = rows.filter(({ status }) => status !== 'resolved');
  return { byStatus, byCategory: categoriesOf(unresolved, deployment), ...moved };
}
