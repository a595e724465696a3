/** GPX 1.1: a waypoint an incident, for the receivers of those who drive there. What has no place is left out. */
import { xmlText } from '../../platform/index.js';
import { incidentOf } from '../rows/incident-of.js';
import type { ExportFormat, ExportSource } from './format.js';
import { inPieces } from './pieces.js';

async function* texts({ deployment, context, pages, at }: ExportSource): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Atesto" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>${xmlText(context.titlePrefix + deployment.name)}</name><time>${at.toISOString()}</time></metadata>
`;
  for await (const { rows } of pages) {
    while (rows.next()) {
      const { number, title, description, severity, status, category, link, openedAt, point } = incidentOf(
        rows,
        context,
      );
      if (point === null) continue;
      const type = [category, severity, status].filter((word) => word !== null).join(', ');
      yield (
        `<wpt lat="${point.lat}" lon="${point.lon}"><time>${openedAt.toISOString()}</time>` +
        `<name>#${number} ${xmlText(title)}</name>` +
        `${description === '' ? '' : `<desc>${xmlText(description)}</desc>`}` +
        `<link href="${xmlText(link)}"/><type>${xmlText(type)}</type></wpt>\n`
      );
    }
  }
  yield '</gpx>\n';
}

export const gpx: ExportFormat = {
  type: 'application/gpx+xml',
  ending: 'gpx',
  columns: () => [],
  write: (source) => inPieces(texts(source)),
};
