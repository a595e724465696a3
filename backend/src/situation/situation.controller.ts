/** Saved situation reports over HTTP. */
import { Body, Controller, Get, Header, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  PageQuery,
  PublishSituationReport,
  SaveSituationReport,
  SituationAudienceQuery,
  type Page,
  type SituationReportSummary,
  type SituationReportView,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { Anyone, By, Needs, validated, type Access } from '../platform/index.js';
import { KeepReports } from './keep-reports.js';
import { audienceFor, reportNumber, SavedReports } from './saved-reports.js';

@ApiTags('situation')
@Controller('api/v1/deployments/:deployment/situation-reports')
export class SituationController {
  constructor(
    private readonly keepReports: KeepReports,
    private readonly saved: SavedReports,
  ) {}

  @Get()
  @Anyone()
  @Header('cache-control', 'no-cache')
  list(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Page<SituationReportSummary>> {
    return this.saved.list(deployment, validated(PageQuery, query), audienceFor(by, undefined));
  }

  @Post()
  @Needs('deployment.edit')
  save(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<SituationReportSummary> {
    return this.keepReports.save(deployment, validated(SaveSituationReport, body), by);
  }

  @Get(':number')
  @Anyone()
  @Header('cache-control', 'no-cache')
  show(
    @InDeployment() deployment: Deployment,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<SituationReportView> {
    const { audience } = validated(SituationAudienceQuery, query);
    const mayReadAll = by.permissions.has('incidents.read');
    return this.saved.one(deployment, number, audienceFor(by, audience), mayReadAll);
  }

  @Patch(':number')
  @Needs('deployment.edit')
  async publish(
    @InDeployment() deployment: Deployment,
    @Param('number') number: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<SituationReportView> {
    await this.keepReports.publish(
      deployment,
      reportNumber(number),
      validated(PublishSituationReport, body).published,
      by,
    );
    return this.saved.one(deployment, number, 'responders', true);
  }
}
