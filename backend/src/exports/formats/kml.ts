/** KML 2.2 (OGC 07-147r2): a placemark an incident, coloured by severity, with its columns as data. */
import { xmlText } from '../../platform/index.js';
import { cellOf } from '../rows/cells.js';
import { usualColumns, type ChosenColumn } from '../rows/columns.js';
import { incidentOf } from '../rows/incident-of.js';
import type { ExportFormat, ExportSource } from './format.js';
import { inPieces } from './pieces.js';

/** Opacity, blue, green, red. */
const colours = { low: 'ff8a7a5c', normal: 'ff9a6b1f', high: 'ff1f7ae0', critical: 'ff2626c8' } as const;

const columns = (): ChosenColumn[] =>
  usualColumns
    .filter(({ key }) => !['title', 'description', 'latitude', 'longitude'].includes(key))
    .map((column) => ({ ...column, name: column.key }));

function begin({ deployment, context }: ExportSource): string {
  const styles = Object.entries(colours).map(
    ([severity, colour]) => `<Style id="${severity}"><IconStyle><color>${colour}</color></IconStyle></Style>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<name>${xmlText(context.titlePrefix + deployment.name)}</name>
${styles.join('\n')}
`;
}

async function* texts(source: ExportSource): AsyncGenerator<string> {
  const { context, pages } = source;
  yield begin(source);
  for await (const { rows } of pages) {
    while (rows.next()) {
      const { id, title, description, severity, openedAt, point } = incidentOf(rows, context);
      const data = context.columns.map((column) => {
        const value = cellOf(column, rows, context);
        return value === null
          ? ''
          : `<Data name="${xmlText(column.name)}"><value>${xmlText(String(value))}</value></Data>`;
      });
      yield (
        `<Placemark id="i-${id}"><name>${xmlText(title)}</name><description>${xmlText(description)}</description>` +
        `<TimeStamp><when>${openedAt.toISOString()}</when></TimeStamp><styleUrl>#${severity}</styleUrl>` +
        `<ExtendedData>${data.join('')}</ExtendedData>` +
        `${point === null ? '' : `<Point><coordinates>${point.lon},${point.lat}</coordinates></Point>`}</Placemark>\n`
      );
    }
  }
  yield '</Document></kml>\n';
}

export const kml: ExportFormat = {
  type: 'application/vnd.google-earth.kml+xml',
  ending: 'kml',
  columns,
  write: (source) => inPieces(texts(source)),
};
