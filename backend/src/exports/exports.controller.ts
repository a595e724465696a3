/**
 * Incidents as files, streamed page by page so that memory stays flat. Each export by a signed-in person is journalled
 * when it is done. One that breaks ends as a broken connection, never as a short file that looks whole.
 */
import { Readable } from 'node:stream';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { IncidentFilter, type Audience, type IncidentView, type PublicIncident } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { IncidentReader } from '../incidents/index.js';
import { Anyone, appendJournal, By, Database, validated, type Access } from '../platform/index.js';
import { csvColumns, csvRow } from './csv.js';
import { exerciseMark, exerciseStart, fileName, marked } from './exercise-mark.js';
import { featureOf, geojsonEnd, geojsonStart } from './geojson.js';

type Pages = AsyncGenerator<(IncidentView | PublicIncident)[]>;

async function* csv(pages: Pages, { isExercise }: Deployment): AsyncGenerator<string> {
  // The byte order mark tells spreadsheets that this is UTF-8.
  yield (
    '\uFEFF' + stringify([isExercise ? [...csvColumns, 'exercise'] : [...csvColumns]], { record_delimiter: 'windows' })
  );
  const rowOf = (incident: IncidentView | PublicIncident): (string | number)[] =>
    isExercise ? [...csvRow(marked(incident)), exerciseMark] : csvRow(incident);
  for await (const page of pages) yield stringify(page.map(rowOf), { record_delimiter: 'windows' });
}

async function* geojson(pages: Pages, { isExercise }: Deployment): AsyncGenerator<string> {
  yield isExercise ? exerciseStart : geojsonStart;
  let isFirst = true;
  for await (const page of pages) {
    const features = page.map((incident) => featureOf(isExercise ? marked(incident) : incident));
    yield (isFirst ? '' : ',\n') + features.map((feature) => JSON.stringify(feature)).join(',\n');
    isFirst = false;
  }
  yield geojsonEnd;
}

@ApiTags('exports')
@Controller('api/v1/deployments/:deployment/exports')
export class ExportsController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly database: Database,
  ) {}

  @Get('incidents.csv')
  @Anyone()
  asCsv(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
    @Res() reply: FastifyReply,
  ): void {
    const filter = validated(IncidentFilter, query);
    this.send(
      reply,
      deployment,
      'csv',
      'text/csv; charset=utf-8',
      csv(this.pages(deployment, filter, by, 'csv'), deployment),
    );
  }

  @Get('incidents.geojson')
  @Anyone()
  asGeoJson(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
    @Res() reply: FastifyReply,
  ): void {
    const filter = validated(IncidentFilter, query);
    const pages = this.pages(deployment, filter, by, 'geojson');
    this.send(reply, deployment, 'geojson', 'application/geo+json', geojson(pages, deployment));
  }

  /** Coordinators get everything; everyone else what the public may know. */
  private async *pages(deployment: Deployment, filter: IncidentFilter, by: Access, format: string): Pages {
    const audience: Audience = by.permissions.has('exports.read') ? 'responders' : 'public';
    let rows = 0;
    for await (const page of this.reader.all(deployment, filter, audience)) {
      rows += page.length;
      yield page;
    }
    if (by.userId === null) return;
    const entry = { deploymentId: deployment.id, subjectId: deployment.id, actorId: by.userId };
    const data = { format, audience, filter: { ...filter }, rows };
    await appendJournal(this.database, [{ ...entry, kind: 'export.taken', data }]);
  }

  private send(
    reply: FastifyReply,
    deployment: Deployment,
    ending: string,
    type: string,
    lines: AsyncGenerator<string>,
  ): void {
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${fileName(deployment, ending)}"`)
      .header('cache-control', 'no-cache')
      .send(Readable.from(lines));
  }
}
