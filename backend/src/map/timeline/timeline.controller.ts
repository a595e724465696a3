/** When incidents were opened, over HTTP: cached as the tiles are, which are asked for beside. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IncidentTimelineQuery } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, By, hasAlready, validated, type Access } from '../../platform/index.js';
import { cacheControls } from '../cache-controls.js';
import { ServeTimeline } from './serve-timeline.js';

@ApiTags('incidents')
@Controller('api/v1/deployments/:deployment/incidents')
export class TimelineController {
  constructor(private readonly serve: ServeTimeline) {}

  @Get('timeline')
  @Anyone()
  async timeline(
    @InDeployment() deployment: Deployment,
    @Query() given: Record<string, unknown>,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = validated(IncidentTimelineQuery, given);
    const isPublic = query.audience === 'public';
    const audience = by.permissions.has('incidents.read') && !isPublic ? 'responders' : 'public';
    const { etag, text } = await this.serve.timeline(deployment, audience, query);
    // Without the word in the address the answer depends on who asks, so no cache may share it.
    void reply.headers({ etag, 'cache-control': cacheControls[isPublic ? 'public' : 'responders'] });
    if (hasAlready(request.headers['if-none-match'], etag)) await reply.code(304).send();
    else await reply.type('application/json; charset=utf-8').send(text);
  }
}
