/** The people behind reports over HTTP: their history, and whether they are trusted or blocked. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PutStanding, type SenderView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { ShowSender } from './show-sender.js';

@ApiTags('reports')
@Controller('api/v1/deployments/:deployment/reports/:id/sender')
export class SendersController {
  constructor(private readonly showSender: ShowSender) {}

  @Get()
  @Needs('reporters.read')
  show(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<SenderView> {
    return this.showSender.show(deploymentId, id, actorOf(by));
  }

  @Put()
  @Needs('reports.triage')
  @HttpCode(204)
  async judge(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<void> {
    await this.showSender.judge(deploymentId, id, validated(PutStanding, body), actorOf(by));
  }
}
