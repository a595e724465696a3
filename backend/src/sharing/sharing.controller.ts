/** What is shared with others and what others shared, over HTTP: for coordinators only. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptShared,
  PageQuery,
  RefuseShared,
  SettleShared,
  ShareIncident as ShareIncidentInput,
  type Page,
  type SharedInbox,
  type ShareView,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { DecideShared } from './decide-shared.js';
import { ShareIncident } from './share-incident.js';
import { SharingReader } from './sharing-reader.js';
import { refuseKey } from './sharing.problems.js';

type Shares = Page<ShareView>;

@ApiTags('sharing')
@Controller('api/v1/deployments/:deployment')
export class SharingController {
  constructor(
    private readonly reader: SharingReader,
    private readonly shareIncident: ShareIncident,
    private readonly decideShared: DecideShared,
  ) {}

  @Get('incidents/:id/shares')
  @Needs('exports.read')
  shares(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Shares> {
    return this.reader.shares(deployment, id, validated(PageQuery, query));
  }

  @Post('incidents/:id/shares')
  @Needs('exports.read')
  async share(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<Shares> {
    const input = validated(ShareIncidentInput, body);
    refuseKey(by);
    await this.shareIncident.share(deployment, id, input, actorOf(by));
    return this.reader.shares(deployment, id);
  }

  @Delete('incidents/:id/shares/:share')
  @Needs('exports.read')
  async stop(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('share', ParseUUIDPipe) share: string,
    @By() by: Access,
  ): Promise<Shares> {
    await this.shareIncident.stop(deployment, id, share, actorOf(by));
    return this.reader.shares(deployment, id);
  }

  @Get('sharing/inbox')
  @Needs('deployment.edit')
  inbox(@InDeployment() deployment: Deployment, @Query() query: Record<string, unknown>): Promise<SharedInbox> {
    return this.reader.inbox(deployment, validated(PageQuery, query));
  }

  @Post('sharing/inbox/:id/accept')
  @Needs('deployment.edit')
  @HttpCode(200)
  async accept(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<{ incident: string }> {
    const input = validated(AcceptShared, body);
    return { incident: await this.decideShared.accept(deployment, id, input, actorOf(by)) };
  }

  @Post('sharing/inbox/:id/refuse')
  @Needs('deployment.edit')
  @HttpCode(204)
  async refuse(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<void> {
    await this.decideShared.refuse(deployment, id, validated(RefuseShared, body).reason, actorOf(by));
  }

  @Post('sharing/inbox/:id/settle')
  @Needs('deployment.edit')
  @HttpCode(204)
  async settle(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<void> {
    await this.decideShared.settle(deployment, id, validated(SettleShared, body), actorOf(by));
  }
}
