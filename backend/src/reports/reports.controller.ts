/** Reports over HTTP, for responders. New ones come in through the channels. */
import { Body, Controller, Get, Header, Headers, Param, ParseUUIDPipe, Patch, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  PageQuery,
  PatchReport,
  ReportHistogramQuery,
  ReportListQuery,
  type Histogram,
  type HistoryEntry,
  type Page,
  type ReportDetail,
  type ReporterView,
  type ReportView,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { ChangeReport } from './change-report.js';
import { ReportReader } from './report-reader.js';
import { ShowReporter } from './show-reporter.js';

@ApiTags('reports')
@Controller('api/v1/deployments/:deployment')
export class ReportsController {
  constructor(
    private readonly reader: ReportReader,
    private readonly changeReport: ChangeReport,
    private readonly showReporter: ShowReporter,
  ) {}

  @Get('reports')
  @Needs('reports.read')
  list(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Page<ReportView>> {
    return this.reader.list(deployment, validated(ReportListQuery, query), by);
  }

  @Get('reports/histogram')
  @Needs('reports.read')
  histogram(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Histogram> {
    return this.reader.histogram(deployment, validated(ReportHistogramQuery, query), by);
  }

  @Get('reports/:id')
  @Needs('reports.read')
  async show(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    const report = await this.reader.detail(deployment, id);
    void reply.header('etag', `"${report.version}"`);
    return report;
  }

  @Patch('reports/:id')
  @Needs('reports.triage')
  async change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.changeReport.change(deployment, id, ifMatch(version), validated(PatchReport, body), actorOf(by));
    return this.show(deployment, id, reply);
  }

  @Get('reports/:id/reporter')
  @Needs('reporters.read')
  @Header('cache-control', 'no-store')
  reporter(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<ReporterView> {
    return this.showReporter.show(deployment.id, id, actorOf(by));
  }

  @Get('reports/:id/history')
  @Needs('reports.read')
  history(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<HistoryEntry>> {
    return this.reader.history(deployment, id, ['report', 'reporter', 'note'], validated(PageQuery, query));
  }
}
