/** Partners over HTTP: for coordinators only. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EnterSharingInvitation,
  NewSharingInvitation,
  type PartnerView,
  type SharingInvitation,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { KeepPartners } from './keep-partners.js';
import { SharingReader } from './sharing-reader.js';
import { refuseKey } from './sharing.problems.js';

@ApiTags('sharing')
@Controller('api/v1/deployments/:deployment/sharing')
@Needs('deployment.edit')
export class PartnersController {
  constructor(
    private readonly keepPartners: KeepPartners,
    private readonly reader: SharingReader,
  ) {}

  @Get('partners')
  async list(@InDeployment() deployment: Deployment): Promise<{ items: PartnerView[] }> {
    return { items: await this.reader.partners(deployment) };
  }

  @Post('invitations')
  async invite(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<SharingInvitation> {
    const { name } = validated(NewSharingInvitation, body);
    refuseKey(by);
    const { id, code } = await this.keepPartners.invite(deployment, name, actorOf(by));
    return { partner: await this.reader.partner(deployment, id), code };
  }

  @Post('partners')
  async enter(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<PartnerView> {
    const { code } = validated(EnterSharingInvitation, body);
    refuseKey(by);
    return this.reader.partner(deployment, await this.keepPartners.enter(deployment, code, actorOf(by)));
  }

  @Delete('partners/:id')
  @HttpCode(204)
  async end(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<void> {
    await this.keepPartners.end(deployment, id, actorOf(by));
  }
}
