/** Ready answers over HTTP. */
import { Body, Controller, Get, Headers, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PutReadyAnswers, type ReadyAnswersView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { ReadyAnswers } from './ready-answers.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/ready-answers')
export class AnswersController {
  constructor(private readonly readyAnswers: ReadyAnswers) {}

  @Get()
  @Needs('reports.read')
  show(@InDeployment() deployment: Deployment): Promise<ReadyAnswersView> {
    return this.readyAnswers.show(deployment);
  }

  @Put()
  @Needs('deployment.edit')
  change(
    @InDeployment() deployment: Deployment,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<ReadyAnswersView> {
    const { items } = validated(PutReadyAnswers, body);
    return this.readyAnswers.put(deployment, ifMatch(version), items, actorOf(by));
  }
}
