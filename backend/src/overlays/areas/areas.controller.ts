/** The areas of an authority layer over HTTP: for everybody as GeoJSON, for an authority's program to replace and to set. */
import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, PatchArea, type AreaHistoryEntry, type AreaStatus, type Page } from '@atesto/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, Anyone, By, Needs, notFound, validated, type Access } from '../../platform/index.js';
import { audienceOf, OverlayCatalogue } from '../overlay-catalogue.js';
import { noStream } from '../overlays.problems.js';
import { OverlayFiles } from '../shapes/overlay-files.js';
import { sendPacked } from '../shapes/send-packed.js';
import { AreaCollections } from './area-collections.js';
import { presentArea } from './areas.presenter.js';
import { ChangeArea } from './change-area.js';
import { PutAreas } from './put-areas.js';

/** A body of this type is read as it comes, however long it is. */
export const areasType = 'application/geo+json';

@ApiTags('overlays')
@Controller('api/v1/deployments/:deployment/overlays/:id')
export class AreasController {
  constructor(
    private readonly catalogue: OverlayCatalogue,
    private readonly files: OverlayFiles,
    private readonly putAreas: PutAreas,
    private readonly changeArea: ChangeArea,
    private readonly collections: AreaCollections,
  ) {}

  /** What the maps ask for: the shapes are a file that they have already. */
  @Get('states')
  @Anyone()
  async states(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<{ items: AreaStatus[] }> {
    const layer = await this.catalogue.one(deploymentId, id, audienceOf(by));
    const areas = await this.catalogue.areasOf(deploymentId, layer.id);
    return { items: areas.map(presentArea) };
  }

  @Get('areas')
  @Anyone()
  async areas(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const layer = await this.catalogue.one(deploymentId, id, audienceOf(by));
    if (layer.kind !== 'areas' || layer.file === null) throw notFound('layer of areas');
    const packed = await this.collections.packed(deploymentId, layer);
    void reply.headers({ 'cache-control': 'no-cache', vary: 'accept-encoding' });
    await sendPacked(request, reply.type('application/geo+json; charset=utf-8'), packed);
  }

  @Put('areas')
  @Needs('areas.edit')
  @HttpCode(200)
  async put(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<{ items: AreaStatus[] }> {
    if (!(body instanceof Readable)) throw noStream(areasType);
    const bytes = await this.files.gather(body);
    await this.putAreas.put(deploymentId, id.toLowerCase(), bytes, actorOf(by));
    const areas = await this.catalogue.areasOf(deploymentId, id.toLowerCase());
    return { items: areas.map(presentArea) };
  }

  @Patch('areas/:area')
  @Needs('areas.edit')
  change(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('area') area: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<AreaStatus> {
    return this.changeArea.change(deploymentId, id.toLowerCase(), area, validated(PatchArea, body), actorOf(by));
  }

  @Get('areas/:area/history')
  @Needs('reports.read')
  history(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('area') area: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<AreaHistoryEntry>> {
    return this.changeArea.history(deploymentId, id.toLowerCase(), area, validated(PageQuery, query));
  }
}
