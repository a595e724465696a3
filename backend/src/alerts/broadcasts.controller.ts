/** Broadcasts over HTTP: what everybody may read, and what responders send. */
import { Body, Controller, Get, Header, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  PageQuery,
  PreviewBroadcast,
  SendBroadcast as Input,
  type BroadcastReach,
  type BroadcastView,
  type Page,
  type PublicBroadcast,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, Anyone, By, Needs, Problem, validated, type Access } from '../platform/index.js';
import { BroadcastReader } from './broadcast-reader.js';
import { SendBroadcast } from './send-broadcast.js';

@ApiTags('alerts')
@Controller('api/v1/deployments/:deployment/broadcasts')
export class BroadcastsController {
  constructor(
    private readonly reader: BroadcastReader,
    private readonly broadcasts: SendBroadcast,
  ) {}

  /** What was said within 30 days. */
  @Get()
  @Anyone()
  @Header('cache-control', 'public, max-age=30')
  async ofPublic(@InDeployment() deployment: Deployment): Promise<{ items: PublicBroadcast[] }> {
    return { items: await this.reader.ofPublic(deployment) };
  }

  @Get('sent')
  @Needs('alerts.send')
  list(@InDeployment() deployment: Deployment, @Query() query: Record<string, unknown>): Promise<Page<BroadcastView>> {
    return this.reader.list(deployment, validated(PageQuery, query));
  }

  @Post('preview')
  @HttpCode(200)
  @Needs('alerts.send')
  preview(@InDeployment() deployment: Deployment, @Body() body: unknown): Promise<BroadcastReach> {
    return this.broadcasts.preview(deployment, validated(PreviewBroadcast, body));
  }

  /** 201 once durable; 200 when the same was here already. */
  @Post()
  @Needs('alerts.send')
  async send(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BroadcastView> {
    const { row, isNew } = await this.broadcasts.send(deployment, validated(Input, body), actorOf(by));
    void reply.status(isNew ? 201 : 200);
    const [view] = await this.reader.present([row]);
    if (view === undefined) throw new Problem(404, 'not-found', 'Not found');
    return view;
  }
}
