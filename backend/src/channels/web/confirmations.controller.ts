/** "I see this too", from anyone's phone. */
import { Body, Controller, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfirmIncident as ConfirmIncidentInput, type ConfirmationReceipt } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { ConfirmIncident } from '../../incidents/index.js';
import { Anyone, validated } from '../../platform/index.js';
import { ReportLimit } from './report-limit.js';

@ApiTags('incidents')
@Controller('api/v1/deployments/:deployment/incidents/:id/confirmations')
export class ConfirmationsController {
  constructor(
    private readonly confirmIncident: ConfirmIncident,
    private readonly limit: ReportLimit,
  ) {}

  /** 201 when the person counts now, 200 when it counted before. */
  @Post()
  @Anyone()
  async confirm(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfirmationReceipt> {
    await this.limit.count(request, 'confirmation');
    const { person } = validated(ConfirmIncidentInput, body);
    const { confirmations, isNew } = await this.confirmIncident.confirm(deployment, id, person.toLowerCase());
    void reply.status(isNew ? 201 : 200);
    return { confirmations };
  }
}
