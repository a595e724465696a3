/** Hand-overs over HTTP: the last ones for whoever comes next, and making one. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MakeHandOver, type HandOversView } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { HandOver } from './hand-over.js';

@ApiTags('teamwork')
@Controller('api/v1/deployments/:deployment/hand-overs')
export class HandOversController {
  constructor(private readonly handOver: HandOver) {}

  @Get()
  @Needs('reports.read')
  async list(@InDeployment() deployment: Deployment): Promise<HandOversView> {
    return { items: await this.handOver.last(deployment) };
  }

  @Post()
  @Needs('reports.triage')
  @HttpCode(201)
  async make(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<HandOversView> {
    await this.handOver.hand(deployment, validated(MakeHandOver, body), actorOf(by));
    return { items: await this.handOver.last(deployment) };
  }
}
