/** Marker tiles over HTTP. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../deployments/index.js';
import { Anyone, By, Needs, validated, type Access } from '../platform/index.js';
import { cacheControls } from './cache-controls.js';
import { sendTile } from './send-tile.js';
import { ServeTile } from './serve-tile.js';
import { IncidentTileQuery, ReportTileQuery, tileAddress } from './tile-query.js';

interface TilePath {
  z: string;
  x: string;
  y: string;
}

@ApiExcludeController()
@Controller('api/v1/deployments/:deployment/tiles')
export class TilesController {
  constructor(private readonly serve: ServeTile) {}

  @Get('incidents/:z/:x/:y.mvt')
  @Anyone()
  async incidents(
    @InDeployment() deployment: Deployment,
    @Param() path: TilePath,
    @Query() query: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { audience: wanted, ...words } = validated(IncidentTileQuery, query);
    const audience = by.permissions.has('incidents.read') && wanted !== 'public' ? 'responders' : 'public';
    const tile = await this.serve.tile(deployment, { layer: 'incidents', audience }, tileAddress(path), words);
    // Without the word in the address the answer depends on who asks, so no cache may share it.
    const cacheControl = cacheControls[wanted === 'public' ? 'public' : 'responders'];
    await sendTile(request, reply, { ...tile, cacheControl });
  }

  @Get('reports/:z/:x/:y.mvt')
  @Needs('reports.read')
  async reports(
    @InDeployment() deployment: Deployment,
    @Param() path: TilePath,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const words = validated(ReportTileQuery, query);
    const view = { layer: 'reports', audience: 'responders' } as const;
    const tile = await this.serve.tile(deployment, view, tileAddress(path), words);
    await sendTile(request, reply, { ...tile, cacheControl: cacheControls.responders });
  }
}
