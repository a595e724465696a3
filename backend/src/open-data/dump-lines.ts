/** The text of a dump, made of what is exported and of nothing else: what the public may know, page by page. */
import { stringify } from 'csv-stringify/sync';
import type { Deployment } from '../deployments/index.js';
import { csvColumns, csvRow, featureOf, geojsonEnd, geojsonStart } from '../exports/index.js';
import type { IncidentReader } from '../incidents/index.js';

export type DumpFormat = 'csv' | 'geojson';

const csv = (rows: (string | number)[][]): string => stringify(rows, { record_delimiter: 'windows' });

export async function* dumpLines(
  reader: Pick<IncidentReader, 'all'>,
  deployment: Deployment,
  format: DumpFormat,
): AsyncGenerator<string> {
  let isFirst = true;
  yield format === 'csv' ? csv([[...csvColumns]]) : geojsonStart;
  for await (const page of reader.all(deployment, {}, 'public')) {
    if (format === 'csv') yield csv(page.map(csvRow));
    else yield (isFirst ? '' : ',\n') + page.map((incident) => JSON.stringify(featureOf(incident))).join(',\n');
    isFirst = false;
  }
  if (format === 'geojson') yield geojsonEnd;
}
