/** Webhooks over HTTP: for coordinators only. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  NewWebhook,
  PatchWebhook,
  ReplayWebhook,
  WebhookLogQuery,
  type Page,
  type WebhookDelivery,
  type WebhookView,
  type WebhookWithSecret,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { KeepWebhooks } from './keep-webhooks.js';
import { WebhookLog } from './webhook-log.js';

@ApiTags('webhooks')
@Controller('api/v1/deployments/:deployment/webhooks')
@Needs('deployment.edit')
export class WebhooksController {
  constructor(
    private readonly keep: KeepWebhooks,
    private readonly webhookLog: WebhookLog,
  ) {}

  @Get()
  async list(@InDeployment() deployment: Deployment): Promise<{ items: WebhookView[] }> {
    return { items: await this.webhookLog.list(deployment) };
  }

  @Post()
  async add(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<WebhookWithSecret> {
    const { id, secret } = await this.keep.add(deployment, validated(NewWebhook, body), by);
    return { ...(await this.webhookLog.one(deployment, id)), secret };
  }

  @Patch(':id')
  async change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<WebhookView> {
    await this.keep.change(deployment, id, ifMatch(version), validated(PatchWebhook, body), by);
    return this.webhookLog.one(deployment, id);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @By() by: Access,
  ): Promise<void> {
    await this.keep.remove(deployment, id, ifMatch(version), actorOf(by));
  }

  @Post(':id/secret')
  @HttpCode(200)
  async renewSecret(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<WebhookWithSecret> {
    const secret = await this.keep.renewSecret(deployment, id, actorOf(by));
    return { ...(await this.webhookLog.one(deployment, id)), secret };
  }

  @Post(':id/ping')
  @HttpCode(200)
  ping(@InDeployment() deployment: Deployment, @Param('id', ParseUUIDPipe) id: string): Promise<WebhookDelivery> {
    return this.webhookLog.ping(deployment, id);
  }

  @Get(':id/deliveries')
  deliveries(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<WebhookDelivery>> {
    return this.webhookLog.deliveries(deployment, id, validated(WebhookLogQuery, query));
  }

  @Post(':id/deliveries/:delivery/replay')
  @HttpCode(200)
  async replayOne(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('delivery', ParseUUIDPipe) delivery: string,
    @By() by: Access,
  ): Promise<{ count: number }> {
    return { count: await this.webhookLog.replay(deployment, id, { id: delivery }, actorOf(by)) };
  }

  @Post(':id/replay')
  @HttpCode(200)
  async replay(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<{ count: number }> {
    const { since } = validated(ReplayWebhook, body);
    const which = since === undefined ? 'given_up' : { since: new Date(since) };
    return { count: await this.webhookLog.replay(deployment, id, which, actorOf(by)) };
  }
}
