/** The feed of alerts: open to everyone, asked for again and again by programs. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlertFeedQuery } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { Anyone, validated } from '../platform/index.js';
import { AlertFeed } from './alert-feed.js';

@ApiTags('alerts')
@Controller('api/v1/deployments/:deployment/alerts.atom')
export class AlertFeedController {
  constructor(private readonly feed: AlertFeed) {}

  @Get()
  @Anyone()
  async atom(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.feed.atom(deployment, validated(AlertFeedQuery, query), request.url);
    void reply.headers({ 'cache-control': 'public, max-age=60' });
    await reply.type('application/atom+xml; charset=utf-8').send(text);
  }
}
