/** Hand-overs over HTTP: the last ones for whoever comes next, and making one. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MakeHandOver, PageQuery, type HandOversView } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { HandOver } from './hand-over.js';

@ApiTags('teamwork')
@Controller('api/v1/deployments/:deployment/hand-overs')
export class HandOversController {
  constructor(private readonly handOver: HandOver) {}

  @Get()
  @Needs('reports.read')
  list(@InDeployment() deployment: Deployment, @Query() query: Record<string, unknown>): Promise<HandOversView> {
    return this.handOver.last(deployment, validated(PageQuery, query));
  }

  @Post()
  @Needs('reports.triage')
  @HttpCode(201)
  async make(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<HandOversView> {
    await this.handOver.hand(deployment, validated(MakeHandOver, body), actorOf(by));
    return this.handOver.last(deployment, {});
  }
}
