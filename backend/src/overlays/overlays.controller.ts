/** Overlays over HTTP: everybody sees those that are for all, coordinators keep them. */
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
  Put,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewOverlay, PatchOverlay, PutOverlayOrder, type OverlayDetail, type OverlayList } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, Anyone, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { KeepOverlays } from './keep-overlays.js';
import { audienceOf, OverlayCatalogue } from './overlay-catalogue.js';
import { presentOverlay, presentOverlayDetail } from './overlays.presenter.js';

@ApiTags('overlays')
@Controller('api/v1/deployments/:deployment/overlays')
export class OverlaysController {
  constructor(
    private readonly catalogue: OverlayCatalogue,
    private readonly keepOverlays: KeepOverlays,
  ) {}

  @Get()
  @Anyone()
  async list(@InDeployment() { id }: Deployment, @By() by: Access): Promise<OverlayList> {
    const audience = audienceOf(by);
    const rows = await this.catalogue.visible(id, audience);
    return { items: rows.map(audience === 'responders' ? presentOverlayDetail : presentOverlay) };
  }

  @Post()
  @Needs('deployment.edit')
  async add(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<OverlayDetail> {
    const id = await this.keepOverlays.add(deployment, validated(NewOverlay, body), actorOf(by));
    return this.one(deployment, id);
  }

  @Put('order')
  @Needs('deployment.edit')
  async arrange(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<OverlayList> {
    const { ids } = validated(PutOverlayOrder, body);
    await this.keepOverlays.arrange(
      deployment,
      ids.map((id) => id.toLowerCase()),
      actorOf(by),
    );
    return this.list(deployment, by);
  }

  @Patch(':id')
  @Needs('deployment.edit')
  async change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<OverlayDetail> {
    const input = validated(PatchOverlay, body);
    await this.keepOverlays.change(deployment, id.toLowerCase(), ifMatch(version), input, actorOf(by));
    return this.one(deployment, id);
  }

  @Delete(':id')
  @Needs('deployment.edit')
  @HttpCode(200)
  async remove(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @By() by: Access,
  ): Promise<OverlayList> {
    await this.keepOverlays.remove(deployment, id.toLowerCase(), ifMatch(version), actorOf(by));
    return this.list(deployment, by);
  }

  private async one({ id: deploymentId }: Deployment, id: string): Promise<OverlayDetail> {
    return presentOverlayDetail(await this.catalogue.one(deploymentId, id, 'responders'));
  }
}
