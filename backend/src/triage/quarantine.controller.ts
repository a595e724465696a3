/** The quarantine over HTTP: how many wait, letting them in, and putting one back. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AdmitReports as AdmitReportsInput, type ReportCounts, type ReportDetail } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { AdmitReports } from './admit-reports.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/reports')
export class QuarantineController {
  constructor(
    private readonly reader: ReportReader,
    private readonly admitReports: AdmitReports,
  ) {}

  @Get('counts')
  @Needs('reports.read')
  counts(@InDeployment() deployment: Deployment): Promise<ReportCounts> {
    return this.reader.counts(deployment);
  }

  @Post('admit')
  @Needs('reports.triage')
  @HttpCode(200)
  async admitMany(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<{ admitted: number }> {
    const { ids } = validated(AdmitReportsInput, body);
    return { admitted: await this.admitReports.admit(deployment, ids, actorOf(by)) };
  }

  @Post(':id/admit')
  @Needs('reports.triage')
  @HttpCode(200)
  async admit(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.admitReports.admitOne(deployment, id, actorOf(by));
    return this.report(deployment, id, reply);
  }

  @Post(':id/quarantine')
  @Needs('reports.triage')
  @HttpCode(200)
  async quarantine(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.admitReports.quarantine(deployment, id, actorOf(by));
    return this.report(deployment, id, reply);
  }

  private async report(deployment: Deployment, id: string, reply: FastifyReply): Promise<ReportDetail> {
    const report = await this.reader.detail(deployment, id);
    void reply.header('etag', `"${report.version}"`);
    return report;
  }
}
