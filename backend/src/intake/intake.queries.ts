/** The statements of the only door: many reports in one, with their journal and their contacts. */
import type { Sql } from '../platform/index.js';

export interface IncomingReport {
  deploymentId: string;
  id: string;
  channel: string;
  externalId: string;
  text: string;
  categoryId: string | null;
  lon: number | null;
  lat: number | null;
  accuracy: number | null;
  place: string | null;
  language: string | null;
  observedAt: Date | null;
  receivedAt: Date;
  answers: string;
  mediaExpected: number;
  quarantined: boolean;
  /** Contact, sealed; null when none was left. */
  sealed: Buffer | null;
  addressName: Buffer | null;
}

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString('hex')}`);

const insertReports = `with incoming as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::float8[],
      $8::float8[], $9::real[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[], $14::jsonb[],
      $15::boolean[], $16::int[], $17::boolean[])
    as t(deployment_id, id, channel, external_id, text, category_id, lon, lat, accuracy, place, language, observed_at,
      received_at, answers, contactable, media_expected, quarantined)
  ), stored as (
    insert into reports (deployment_id, id, channel, external_id, text, category_id, location, accuracy_metres, place,
      language, observed_at, received_at, answers, contactable, media_expected, quarantined)
    select deployment_id, id, channel, external_id, text, category_id,
      case when lon is null then null else st_setsrid(st_makepoint(lon, lat), 4326) end,
      accuracy, place, language, observed_at, received_at, answers, contactable, media_expected, quarantined
    from incoming
    on conflict do nothing
    returning deployment_id, id
  ), noted as (
    insert into journal (deployment_id, kind, subject_id) select deployment_id, 'report.received', id from stored
  )
  select deployment_id, id from stored`;

const insertReportsAndContacts = insertReports.replace(
  '  select deployment_id, id from stored',
  `, known as (
    insert into reporters (deployment_id, report_id, sealed, address_name, received_at)
    select s.deployment_id, s.id, c.sealed, c.address_name, c.received_at
    from unnest($18::uuid[], $19::bytea[], $20::bytea[], $21::timestamptz[], $22::uuid[])
      as c(id, sealed, address_name, received_at, deployment_id)
    join stored s on s.id = c.id and s.deployment_id = c.deployment_id
  )
  select deployment_id, id from stored`,
);

/** Two deployments may hold reports of one id. */
export const newName = (deploymentId: string, id: string): string => `${deploymentId} ${id}`;

/** Writes what is new, with its journal and contacts, as one statement; returns which were new, by `newName`. */
export async function insertIncoming(sql: Sql, reports: readonly IncomingReport[]): Promise<Set<string>> {
  const contacts = reports.filter((report) => report.sealed !== null);
  const params: unknown[] = [
    reports.map((report) => report.deploymentId),
    reports.map((report) => report.id),
    reports.map((report) => report.channel),
    reports.map((report) => report.externalId),
    reports.map((report) => report.text),
    reports.map((report) => report.categoryId),
    reports.map((report) => report.lon),
    reports.map((report) => report.lat),
    reports.map((report) => report.accuracy),
    reports.map((report) => report.place),
    reports.map((report) => report.language),
    reports.map((report) => report.observedAt?.toISOString() ?? null),
    reports.map((report) => report.receivedAt.toISOString()),
    reports.map((report) => report.answers),
    reports.map((report) => report.sealed !== null),
    reports.map((report) => report.mediaExpected),
    reports.map((report) => report.quarantined),
  ];
  if (contacts.length > 0) {
    params.push(
      contacts.map((report) => report.id),
      contacts.map((report) => hex(report.sealed)),
      contacts.map((report) => hex(report.addressName)),
      contacts.map((report) => report.receivedAt.toISOString()),
      contacts.map((report) => report.deploymentId),
    );
  }
  const statement = contacts.length > 0 ? insertReportsAndContacts : insertReports;
  const rows = await sql.query<{ deployment_id: string; id: string }>(statement, params);
  return new Set(rows.map((row) => newName(row.deployment_id, row.id)));
}

export interface KnownReport {
  deployment_id: string;
  id: string;
  channel: string;
  external_id: string;
  text: string;
}

/** The reports that stand in the way of these: of the same name in their channel, or of the same id. */
export function findKnown(sql: Sql, reports: readonly IncomingReport[]): Promise<KnownReport[]> {
  return sql.query<KnownReport>(
    `select distinct r.deployment_id, r.id, r.channel, r.external_id, r.text
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t(deployment_id, id, channel, external_id)
     join reports r on r.deployment_id = t.deployment_id
       and (r.id = t.id or (r.channel = t.channel and r.external_id = t.external_id))`,
    [
      reports.map((report) => report.deploymentId),
      reports.map((report) => report.id),
      reports.map((report) => report.channel),
      reports.map((report) => report.externalId),
    ],
  );
}
