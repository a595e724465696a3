/** The call by which a program asks for alerts, for whoever has the address to confirm. */
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SubscribeToAlerts as Wish, type AlertReceipt } from '@atesto/contract';
import { SubscribeToAlerts } from '../../../alerts/index.js';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import { Anyone, validated } from '../../../platform/index.js';
import { ReportLimit } from '../report-limit.js';

@ApiTags('alerts')
@Controller('api/v1/deployments/:deployment/alerts')
export class AlertApiController {
  constructor(
    private readonly subscribing: SubscribeToAlerts,
    private readonly limit: ReportLimit,
  ) {}

  @Post()
  @HttpCode(202)
  @Anyone()
  async subscribe(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<AlertReceipt> {
    await this.limit.count(request, 'alert');
    return this.subscribing.subscribe(deployment, validated(Wish, body));
  }
}
