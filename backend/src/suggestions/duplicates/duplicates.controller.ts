/** What may be the same, over HTTP. */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DuplicatesView, LikelyEventsView } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { By, Needs, type Access } from '../../platform/index.js';
import { FindDuplicates } from './find-duplicates.js';
import { FindEvents } from './find-events.js';

@ApiTags('suggestions')
@Controller('api/v1/deployments/:deployment/reports')
export class DuplicatesController {
  constructor(
    private readonly findDuplicates: FindDuplicates,
    private readonly findEvents: FindEvents,
  ) {}

  @Get('groups')
  @Needs('reports.read')
  groups(@InDeployment() deployment: Deployment): Promise<LikelyEventsView> {
    return this.findEvents.find(deployment);
  }

  @Get(':id/duplicates')
  @Needs('reports.read')
  duplicates(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<DuplicatesView> {
    return this.findDuplicates.find(deployment, id.toLowerCase(), by.permissions.has('reporters.read'));
  }
}
