/**
 * How many real reports are put where they belong by their words alone. Reads a file in Ushahidi's columns, given by
 * `--csv` or HAITI_CSV; nothing of it is printed but figures. The coordinates in such a file are themselves the work of
 * volunteers: some are the middle of the town that was named, some a guess, so that within 10 km counts as right.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { decodeHTML } from 'entities';

type Suggestions = typeof import('../../backend/src/suggestions/index.js');
type MapDoor = typeof import('../../backend/src/map/index.js');

interface Row {
  location: string;
  text: string;
  lat: number;
  lon: number;
}

interface Tally {
  right: number;
  wrong: number;
}

const rightMetres = 10_000;
const area = { west: -74.6, south: 17.9, east: -71.6, north: 20.2 };
/** What a volunteer wrote where nobody knew. */
const noPlace =
  /^\W*(?:unknown|unspecified|not specified|haiti|ayiti|\[number\].*|n\/?a|none|inconnu|various)?\W*(?:haiti)?\W*$/i;

async function readRows(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  const records = createReadStream(file).pipe(parse({ columns: true, bom: true, relax_quotes: true }));
  for await (const record of records as AsyncIterable<Record<string, string>>) {
    rows.push({
      location: decodeHTML(record['LOCATION'] ?? '').trim(),
      text: decodeHTML(`${record['INCIDENT TITLE'] ?? ''}\n${record['DESCRIPTION'] ?? ''}`),
      lat: Number(record['LATITUDE']),
      lon: Number(record['LONGITUDE']),
    });
  }
  return rows;
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function show(name: string, { right, wrong }: Tally, rows: number): void {
  const put = right + wrong;
  console.log(
    `  ${name.padEnd(40)} put ${String(put).padStart(4)}: ${right} right, ${wrong} wrong; ` +
      `precision ${percent(right, put)}, recall ${percent(right, rows)}`,
  );
}

async function loadNames(
  root: string,
): Promise<{ read: (text: string) => ReturnType<Suggestions['placesInWords']>['places'] }> {
  const load = <Door>(path: string): Promise<Door> =>
    import(join(root, 'backend/dist/server/src', path)) as Promise<Door>;
  const { AreaNames, placesInWords } = await load<Suggestions>('suggestions/index.js');
  const { placesAround, readGazetteer } = await load<MapDoor>('map/index.js');
  const data = readGazetteer(await readFile(join(root, 'backend/dist/gazetteer/places.gazetteer')));
  const startedAt = performance.now();
  const around = placesAround(data, area);
  const gazetteer = new AreaNames(around);
  console.log(`  ${around.length} names in the area, ready after ${Math.round(performance.now() - startedAt)} ms`);
  return { read: (text) => placesInWords(text, { gazetteer, area, languages: ['en', 'fr', 'ht'] }).places };
}

export async function benchWords(root: string, csv: string): Promise<void> {
  console.log('\nPlaces from words, within 10 km of the given coordinates');
  const { metresBetween } = (await import(
    join(root, 'backend/dist/server/src/suggestions/places/distances.js')
  )) as typeof import('../../backend/src/suggestions/places/distances.js');
  const { read } = await loadNames(root);
  const all = await readRows(csv);
  const inside = all.filter(
    ({ lat, lon }) => lat >= area.south && lat <= area.north && lon >= area.west && lon <= area.east,
  );
  const points = new Map<string, number>();
  for (const { lat, lon } of inside) points.set(`${lat} ${lon}`, (points.get(`${lat} ${lon}`) ?? 0) + 1);
  const rows = inside.filter(({ location }) => !noPlace.test(location));
  console.log(
    `  ${all.length} rows, ${all.length - inside.length} outside of the country left out, ` +
      `${inside.length - rows.length} whose LOCATION names no place; ${Math.max(...points.values())} on one point`,
  );
  for (const [name, textOf] of [
    ['LOCATION', (row: Row): string => row.location],
    ['title and text', (row: Row): string => row.text],
  ] as const) {
    const [certain, top] = [
      { right: 0, wrong: 0 },
      { right: 0, wrong: 0 },
    ];
    const startedAt = performance.now();
    for (const row of rows) {
      const [best] = read(textOf(row));
      if (best === undefined) continue;
      const isRight = metresBetween(best, row) <= rightMetres;
      top[isRight ? 'right' : 'wrong'] += 1;
      if (best.confidence === 'certain') certain[isRight ? 'right' : 'wrong'] += 1;
      if (process.env['WORDS_WRONG'] === name && !isRight)
        console.error(
          [
            best.confidence,
            best.name,
            best.reason,
            Math.round(metresBetween(best, row) / 1000),
            JSON.stringify(textOf(row).slice(0, 100)),
            JSON.stringify(row.location.slice(0, 60)),
          ].join(' | '),
        );
    }
    const each = (performance.now() - startedAt) / rows.length;
    show(`${name}: certain`, certain, rows.length);
    show(`${name}: first suggestion`, top, rows.length);
    console.log(`  ${''.padEnd(40)} ${each.toFixed(2)} ms a row`);
  }
}
