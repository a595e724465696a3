/**
 * A crisis of any size, made by the database from numbers alone, so that each run has the same: nine in ten around 400
 * places of one country, the first of them the largest by far as towns are, the rest all over the world.
 */
import type pg from 'pg';

const pageSize = 50_000;

/** From 0 to 1, by the row's number and a letter. */
const share = (letter: string): string => `((hashtext(n || '${letter}') & 2147483647) / 2147483648.0)`;
const bell = (one: string, other: string): string =>
  `(sqrt(-2 * ln(${share(one)} + 1e-9)) * cos(2 * pi() * ${share(other)}))`;
/** Of centre `c`. */
const centre = (letter: string): string => `((hashtext(c || '${letter}') & 2147483647) / 2147483648.0)`;

const points = `
  select n, st_setsrid(st_makepoint(
      case when ${share('far')} < 0.1 then -170 + 340 * ${share('u')}
        else -74.4 + 2.7 * ${centre('lon')} + ${bell('a', 'b')} * (0.004 + 0.05 * ${centre('wide')}) end,
      case when ${share('far')} < 0.1 then -55 + 120 * ${share('v')}
        else 18.1 + 1.8 * ${centre('lat')} + ${bell('d', 'e')} * (0.004 + 0.05 * ${centre('wide')}) end
    ), 4326) as location,
    (array['low', 'normal', 'normal', 'normal', 'high', 'critical'])[1 + (hashtext(n || 's') & 2147483647) % 6] as severity,
    timestamptz '2026-01-01' + make_interval(secs => n * 7) as at,
    'Exercise: ' || (array['water is rising in the lower town', 'the bridge can no longer be crossed',
      'people wait for drinking water at the school', 'a roof has come down beside the market',
      'the road is blocked by fallen trees', 'forty people need a dry place to sleep'])[1 + n % 6] || ', no. ' || n as words
  from (select n, floor(exp(${share('c')} * ln(400)))::int as c from generate_series($2::int, $3::int) as n) as chosen`;

/** One in four has no category. */
const reports = `
  with kinds as materialized (
    select id, row_number() over (order by code) - 1 as place, count(*) over () as many
    from categories where deployment_id = $1)
  insert into reports (deployment_id, id, channel, external_id, text, category_id, priority, location, received_at)
  select $1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'web', 'bench-' || n, words, kinds.id,
    severity, location, at
  from (${points}) as made
  left join kinds on kinds.place = (hashtext(n || 'k') & 2147483647) % (many * 4 / 3)`;

const incidents = `
  with kinds as materialized (
    select id, row_number() over (order by code) - 1 as place, count(*) over () as many
    from categories where deployment_id = $1 and not sensitive)
  insert into incidents (deployment_id, id, number, title, category_id, severity, status, visibility, location,
    opened_at, updated_at)
  select $1, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, n, words, kinds.id, severity,
    (array['open', 'open', 'responding', 'resolved'])[1 + (hashtext(n || 't') & 2147483647) % 4], 'public', location, at, at
  from (${points}) as made
  left join kinds on kinds.place = (hashtext(n || 'k') & 2147483647) % (many * 4 / 3)`;

export const countryArea = { west: -74.5, south: 17.9, east: -71.6, north: 20.1 };

/** Reports and as many public incidents, `from` up to `until`; the area becomes that of the country. */
export async function makeCrowd(client: pg.Client, deploymentId: string, from: number, until: number): Promise<void> {
  // A superuser's right on a database that was made for this: no row images of what nobody will undo.
  await client.query('set session_replication_role = replica');
  await client.query('set synchronous_commit = off');
  for (let start = from; start <= until; start += pageSize) {
    const end = Math.min(until, start + pageSize - 1);
    await client.query(reports, [deploymentId, start, end]);
    await client.query(incidents, [deploymentId, start, end]);
  }
  await client.query('vacuum analyze reports');
  await client.query('vacuum analyze incidents');
}
