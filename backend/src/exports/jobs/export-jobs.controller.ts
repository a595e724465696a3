/** Long exports over HTTP. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NewExportJob, PageQuery, type ExportJobView, type Page } from '@atesto/contract';
import { heldPermissions } from '../../accounts/index.js';
import { Deployment, DeploymentCatalogue, InDeployment } from '../../deployments/index.js';
import {
  Anyone,
  By,
  byteRangeOf,
  CLOCK,
  Database,
  Keys,
  Needs,
  noSuchPart,
  notFound,
  Problem,
  validated,
  type Access,
  type Clock,
} from '../../platform/index.js';
import { formats } from '../formats/formats.js';
import { fileName } from '../make-export.js';
import { ExportFiles } from './export-files.js';
import { jobById } from './export-jobs.queries.js';
import { readFileToken } from './file-token.js';
import { OrderExports } from './order-exports.js';

const gone = (): Problem =>
  new Problem(410, 'expired', 'Expired', 'The file is no longer there. Order it again in the console.');

@ApiTags('exports')
@Controller('api/v1/deployments/:deployment/exports/jobs')
export class ExportJobsController {
  constructor(
    private readonly orders: OrderExports,
    private readonly files: ExportFiles,
  ) {}

  @Get()
  @Needs('exports.read')
  list(@InDeployment() deployment: Deployment, @Query() query: Record<string, unknown>): Promise<Page<ExportJobView>> {
    return this.orders.list(deployment, validated(PageQuery, query));
  }

  @Post()
  @Needs('exports.read')
  @HttpCode(202)
  add(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<ExportJobView> {
    return this.orders.add(deployment, validated(NewExportJob, body), by);
  }

  @Get(':id')
  @Needs('exports.read')
  show(@InDeployment() deployment: Deployment, @Param('id', ParseUUIDPipe) id: string): Promise<ExportJobView> {
    return this.orders.show(deployment, id);
  }

  @Delete(':id')
  @Needs('exports.read')
  @HttpCode(204)
  async cancel(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<void> {
    await this.orders.cancel(deployment, id, by);
    await this.files.remove(id);
  }
}

@ApiTags('exports')
@Controller('api/v1/exports/files')
export class ExportFilesController {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly files: ExportFiles,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever has the address may take it, in parts where a line breaks. @throws Problem 404, 410 once it has expired */
  @Get(':token')
  @Anyone()
  async file(
    @Param('token') token: string,
    @Headers('range') asked: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ids = readFileToken(this.keys, token);
    const job = ids === null ? null : await jobById(this.database, ids.deploymentId, ids.jobId);
    const deployment = ids === null ? null : await this.deployments.withId(ids.deploymentId);
    if (job === null || deployment === null) throw notFound('file');
    const held = await heldPermissions(this.database, deployment.id, job.created_by);
    if (!held.has('exports.read')) throw gone();
    const length = await this.files.lengthOf(job.id);
    const isOver = job.expires_at !== null && job.expires_at <= this.clock.now();
    if (job.state !== 'done' || isOver || length === null) throw gone();
    const range = byteRangeOf(asked, length);
    if (range === 'unsatisfiable') throw noSuchPart(length);
    const { type, ending } = formats[job.format];
    const { start, end } = range ?? { start: 0, end: length };
    if (range !== null) void reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${length}`);
    void reply
      .headers({ 'content-type': type, 'content-length': end - start, 'accept-ranges': 'bytes' })
      .headers({ 'cache-control': 'private, no-store', 'content-encoding': 'identity', etag: `"${job.id}"` })
      .header('content-disposition', `attachment; filename="${fileName(deployment, ending)}"`)
      .send(length === 0 ? '' : this.files.read(job.id, start, end));
  }
}
