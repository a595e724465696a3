/** Many reports at once, and the next one, over HTTP. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BulkReports as BulkReportsInput, ReportListQuery, type BulkResult, type NextReport } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { BulkReports } from './bulk-reports.js';
import { TakeNext } from './take-next.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/reports')
export class BulkController {
  constructor(
    private readonly reader: ReportReader,
    private readonly bulkReports: BulkReports,
    private readonly takeNext: TakeNext,
  ) {}

  @Post('bulk')
  @Needs('reports.triage')
  @HttpCode(200)
  async bulk(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<BulkResult> {
    const input = validated(BulkReportsInput, body);
    await this.bulkReports.run(deployment, input, actorOf(by));
    return {
      items: await this.reader.withIds(
        deployment,
        input.reports.map(({ id }) => id),
      ),
    };
  }

  @Get('next')
  @Needs('reports.read')
  async look(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<NextReport> {
    return this.report(deployment, await this.takeNext.look(deployment, validated(ReportListQuery, query), by.userId));
  }

  @Post('next')
  @Needs('reports.triage')
  @HttpCode(200)
  async take(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<NextReport> {
    const filter = validated(ReportListQuery, query);
    return this.report(deployment, await this.takeNext.take(deployment, filter, actorOf(by)));
  }

  private async report(deployment: Deployment, id: string | null): Promise<NextReport> {
    return { report: id === null ? null : await this.reader.detail(deployment, id) };
  }
}
