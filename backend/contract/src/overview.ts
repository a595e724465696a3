/** The coordinator's board and the report of a shift: numbers that can be counted again in the journal. */
import { IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import type { HandOverView } from './together.js';
import type { Channel, IncidentStatus, Instant, Severity } from './vocabulary.js';

export class OverviewQuery {
  /** Without it the last 24 hours. */
  @IsOptional()
  @IsISO8601()
  from?: string;

  @IsOptional()
  @IsISO8601()
  to?: string;

  /** The time zone in which days begin, `UTC` without it. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  zone?: string;
}

/** Half took at most `median` seconds, nine in ten at most `p90`; null where there was none. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export const ages = ['hour', 'four_hours', 'day', 'three_days', 'older'] as const;
export type Age = (typeof ages)[number];

export interface OverviewDay {
  /** `YYYY-MM-DD` in the zone that was asked for. */
  day: string;
  received: number;
  decided: number;
  /** From received to the first act of a person. */
  firstLook: Spread;
  decision: Spread;
}

export interface OverviewOrganisation {
  /** Null: people without an organisation, and organisations of fewer than three who decided, together. */
  name: string | null;
  decided: number;
  firstLook: Spread;
  decision: Spread;
}

export interface OverviewIncident {
  id: string;
  number: number;
  title: string;
  severity: Severity;
  status: IncidentStatus;
}

export interface IncidentStep {
  incident: OverviewIncident;
  at: Instant;
  /** What it became; null for one that was opened. */
  became: IncidentStatus | null;
  reason: string | null;
  by: string | null;
}

export interface Overview {
  from: Instant;
  to: Instant;
  zone: string;
  /** When the numbers were counted. */
  countedAt: Instant;
  /** Reports that are new, in review or wait for information now, out of quarantine, by how long ago they were received. */
  open: { total: number; byAge: Record<Age, Record<Severity, number>>; oldest: Instant | null };
  /** Received in the period, and through what. */
  received: { total: number; byChannel: { channel: Channel; count: number }[]; byCategory: CategoryCount[] };
  /** Verified or rejected by people in the period; a report that is decided twice counts twice. */
  decided: { total: number; verified: number; rejected: number; mine: number };
  /** Of reports that a person first looked at, or first decided, in the period. */
  firstLook: Spread;
  decision: Spread;
  days: OverviewDay[];
  organisations: OverviewOrganisation[];
  /** Incidents as they stand now, merged ones left out; and what happened to them in the period. */
  incidents: {
    byStatus: Record<IncidentStatus, Record<Severity, number>>;
    byCategory: CategoryCount[];
    opened: number;
    resolved: number;
  };
  /** Where open reports lie, in cells of a grid over the area. */
  places: { lat: number; lon: number; count: number }[];
}

export interface CategoryCount {
  /** Null for none. */
  category: string | null;
  count: number;
}

export interface ShiftReport extends Overview {
  /** The open ones that were received first. */
  oldest: { id: string; text: string; receivedAt: Instant; priority: Severity; place: string | null }[];
  /** What happened to incidents in the period, oldest first, at most 200. */
  steps: IncidentStep[];
  /** What those who left wrote for those who came, oldest first, at most the last 50. */
  handOvers: HandOverView[];
}
