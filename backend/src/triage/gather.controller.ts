/** Several reports into one incident, over HTTP. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GatherReports as GatherInput, type IncidentDetail } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { IncidentReader } from '../incidents/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { GatherReports } from './gather-reports.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/reports')
@Needs('reports.triage')
export class GatherController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly gatherReports: GatherReports,
  ) {}

  /** Answers with the incident. */
  @Post('gather')
  @HttpCode(200)
  async gather(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<IncidentDetail> {
    const id = await this.gatherReports.gather(deployment, validated(GatherInput, body), actorOf(by));
    return this.reader.detail(deployment, id, by.permissions.has('reports.read'));
  }
}
