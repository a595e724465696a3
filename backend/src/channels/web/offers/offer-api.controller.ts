/** The call by which a citizen offers help, or a responder says what an organisation offers. */
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NewOffer, type OfferReceipt } from '@atesto/contract';
import { nearOf } from '@atesto/frontend/report';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import { TakeOffers } from '../../../dispatch/index.js';
import { Anyone, By, validated, type Access } from '../../../platform/index.js';
import { refuseStrangers } from '../report-api.controller.js';
import { ReportLimit } from '../report-limit.js';
import { located } from './read-offer.js';

@ApiTags('dispatch')
@Controller('api/v1/deployments/:deployment/offers')
export class OfferApiController {
  constructor(
    private readonly offers: TakeOffers,
    private readonly limit: ReportLimit,
  ) {}

  /** 201 once durable; 200 when the same offer was here already. */
  @Post()
  @Anyone()
  async offer(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferReceipt> {
    refuseStrangers(deployment, by);
    await this.limit.count(request);
    const offer = located(validated(NewOffer, body), nearOf(deployment.area), '');
    const isTrapped = (offer.trap?.trim() ?? '') !== '';
    const { id, isNew } = await this.offers.take(deployment, offer, by, isTrapped);
    void reply.status(isNew ? 201 : 200);
    return { id };
  }
}
