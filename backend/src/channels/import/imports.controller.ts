/** Imports over HTTP: the file is the body, the answer tells, line by line of JSON, how far it has come. */
import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { invalidInput, Needs, Problem, validated } from '../../platform/index.js';
import { ImportFile, type ImportEvent, type ImportOptions } from './import-file.js';
import { csvRows, geojsonRows } from './raw-rows.js';
import { mappedFields } from './mapping.js';

/** Its own type, so that the body is handed on as it comes instead of being read whole. */
export const importType = 'application/x-atesto-import';

class ImportQuery {
  @IsIn(['csv', 'geojson'])
  format!: 'csv' | 'geojson';

  @IsString()
  @MaxLength(100)
  source!: string;

  @IsString()
  @MaxLength(60)
  timeZone!: string;

  @IsIn(['true', 'false'])
  dayFirst!: string;

  @Matches(/^[a-z]{2,3},[a-z]{2,3}$/)
  categoryLanguages!: string;

  /** Columns by field, as a JSON object. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  mapping?: string;
}

/** @throws Problem 422 for what is no JSON object */
function objectIn(json: string): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(json);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch {
    // Then it is none.
  }
  throw invalidInput([{ pointer: '/mapping', detail: 'must be a JSON object' }]);
}

function optionsOf(query: ImportQuery): ImportOptions {
  const [first = 'fr', second = 'en'] = query.categoryLanguages.split(',');
  const given = objectIn(query.mapping ?? '{}');
  const mapping = Object.fromEntries(
    mappedFields.flatMap((field) => (typeof given[field] === 'string' ? [[field, given[field]]] : [])),
  );
  const { source, timeZone } = query;
  return { mapping, source, timeZone, dayFirst: query.dayFirst === 'true', categoryLanguages: [first, second] };
}

async function* lines(events: AsyncIterable<ImportEvent>): AsyncGenerator<string> {
  try {
    for await (const event of events) yield `${JSON.stringify(event)}\n`;
  } catch (error) {
    const detail = error instanceof Error && !('driverError' in error) ? error.message : 'the database refused a row';
    yield `${JSON.stringify({ kind: 'failed', detail })}\n`;
  }
}

@ApiExcludeController()
@Controller('api/v1/deployments/:deployment/imports')
export class ImportsController {
  constructor(private readonly importFile: ImportFile) {}

  @Post()
  @Needs('imports.run')
  @HttpCode(200)
  run(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): void {
    if (!(body instanceof Readable)) throw new Problem(415, 'unsupported-type', `Send the file as ${importType}`);
    const input = validated(ImportQuery, query);
    if (!isTimeZone(input.timeZone)) throw invalidInput([{ pointer: '/timeZone', detail: 'is no IANA time zone' }]);
    const rows = input.format === 'csv' ? csvRows(body) : geojsonRows(body);
    const events = this.importFile.run(deployment.slug, rows, optionsOf(input));
    // Compressing would hold the progress back.
    void reply
      .header('content-encoding', 'identity')
      .type('application/x-ndjson')
      .send(Readable.from(lines(events)));
  }
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
