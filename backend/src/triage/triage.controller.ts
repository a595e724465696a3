/** What responders do with a report, one call each. Each answers with the report as it is afterwards. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AskReporter as AskReporterInput,
  ClaimReport as ClaimReportInput,
  RejectReport as RejectReportInput,
  ReopenReport,
  VerifyReport as VerifyReportInput,
  type ReportDetail,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { AskReporter } from './ask-reporter.js';
import { ClaimReport, noteOfTakeOver } from './claim-report.js';
import { RejectReport } from './reject-report.js';
import { VerifyReport } from './verify-report.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/reports/:id')
@Needs('reports.triage')
export class TriageController {
  constructor(
    private readonly reader: ReportReader,
    private readonly claims: ClaimReport,
    private readonly verifyReport: VerifyReport,
    private readonly rejectReport: RejectReport,
    private readonly askReporter: AskReporter,
  ) {}

  @Post('claim')
  @HttpCode(200)
  async claim(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    const note = noteOfTakeOver(validated(ClaimReportInput, body ?? {}));
    await this.claims.claim(deployment, id, actorOf(by), note);
    return this.report(deployment, id, reply);
  }

  @Post('release')
  @HttpCode(200)
  async release(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.claims.release(deployment, id, actorOf(by));
    return this.report(deployment, id, reply);
  }

  @Post('verify')
  @HttpCode(200)
  async verify(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.verifyReport.verify(deployment, id, validated(VerifyReportInput, body), actorOf(by));
    return this.report(deployment, id, reply);
  }

  @Post('reject')
  @HttpCode(200)
  async reject(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.rejectReport.reject(deployment, id, validated(RejectReportInput, body), actorOf(by));
    return this.report(deployment, id, reply);
  }

  @Post('reopen')
  @HttpCode(200)
  async reopen(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    const { note = null } = validated(ReopenReport, body ?? {});
    await this.rejectReport.reopen(deployment, id, note, actorOf(by));
    return this.report(deployment, id, reply);
  }

  @Post('ask')
  @HttpCode(200)
  async ask(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.askReporter.ask(deployment, id, validated(AskReporterInput, body), actorOf(by));
    return this.report(deployment, id, reply);
  }

  private async report(deployment: Deployment, id: string, reply: FastifyReply): Promise<ReportDetail> {
    const report = await this.reader.detail(deployment, id);
    void reply.header('etag', `"${report.version}"`);
    return report;
  }
}
