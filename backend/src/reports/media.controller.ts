/** Photos and recordings over HTTP, for those who may see the report that they belong to. */
import { Body, Controller, Get, Header, Headers, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PutTranscript, type ReportDetail } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, byteRangeOf, Needs, noSuchPart, validated, type Access } from '../platform/index.js';
import { Media } from './media.js';
import { ReportReader } from './report-reader.js';
import { TranscribeMedium } from './transcribe-medium.js';

/** What is in a file never changes: another file has another id. */
const forever = 'private, max-age=31536000, immutable';

@ApiTags('reports')
@Controller('api/v1/deployments/:deployment/media/:id')
export class MediaController {
  constructor(
    private readonly media: Media,
    private readonly reader: ReportReader,
    private readonly transcribeMedium: TranscribeMedium,
  ) {}

  /** Players ask for parts; without them they could not move within a recording. */
  @Get()
  @Needs('reports.read')
  async file(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('range') asked: string | undefined,
    @Headers('if-range') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, type, digest } = await this.media.file(deploymentId, id);
    const etag = `"${digest}"`;
    const range = known === undefined || known === etag ? byteRangeOf(asked, bytes.length) : null;
    if (range === 'unsatisfiable') throw noSuchPart(bytes.length);
    void reply.headers({ 'content-type': type, 'cache-control': forever, 'accept-ranges': 'bytes', etag });
    if (range === null) return bytes;
    const { start, end } = range;
    void reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${bytes.length}`);
    return bytes.subarray(start, end);
  }

  @Get('thumbnail')
  @Needs('reports.read')
  @Header('content-type', 'image/jpeg')
  @Header('cache-control', forever)
  thumbnail(@InDeployment() { id: deploymentId }: Deployment, @Param('id', ParseUUIDPipe) id: string): Promise<Buffer> {
    return this.media.thumbnail(deploymentId, id);
  }

  @Put('transcript')
  @Needs('reports.triage')
  async transcribe(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    const { text } = validated(PutTranscript, body);
    const reportId = await this.transcribeMedium.write(deployment.id, id, text, actorOf(by));
    const report = await this.reader.detail(deployment, reportId);
    void reply.header('etag', `"${report.version}"`);
    return report;
  }
}
