/** What overlays draw, over HTTP: files that coordinators send, shapes and tiles that maps ask for. */
import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OverlayFileView } from '@atesto/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, By, hasAlready, Needs, notFound, type Access } from '../../platform/index.js';
import { audienceOf, OverlayCatalogue } from '../overlay-catalogue.js';
import { noStream } from '../overlays.problems.js';
import type { OverlayRecord } from '../overlays.queries.js';
import { sendArchiveTile } from '../tiles/send-archive-tile.js';
import { TileArchives } from '../tiles/tile-archives.js';
import { OverlayFiles } from './overlay-files.js';
import { sendPacked } from './send-packed.js';

/** Its own type, so that the body is handed on as it comes instead of being read whole. */
export const overlayFileType = 'application/x-atesto-overlay';

interface TilePath {
  id: string;
  z: string;
  x: string;
  y: string;
}

@ApiTags('overlays')
@Controller('api/v1/deployments/:deployment')
export class OverlayFilesController {
  constructor(
    private readonly catalogue: OverlayCatalogue,
    private readonly files: OverlayFiles,
    private readonly archives: TileArchives,
  ) {}

  /** Archives that lie in the data folder. */
  @Get('overlay-files')
  @Needs('deployment.edit')
  async dropped(): Promise<{ items: OverlayFileView[] }> {
    return { items: await this.files.dropped() };
  }

  @Post('overlay-files')
  @Needs('deployment.edit')
  @HttpCode(200)
  take(@Body() body: unknown): Promise<OverlayFileView> {
    if (!(body instanceof Readable)) throw noStream(overlayFileType);
    return this.files.take(body);
  }

  @Get('overlays/:id/data')
  @Anyone()
  async data(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const layer = await this.catalogue.one(deploymentId, id, audienceOf(by));
    const packed = layer.file === null ? null : await this.files.packed(layer.file);
    if (packed === null) throw notFound('file');
    if (isKnown(request, reply, layer)) return;
    await sendPacked(request, reply.type('application/geo+json; charset=utf-8'), packed);
  }

  @Get('overlays/:id/tiles/:z/:x/:y')
  @Anyone()
  async tile(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param() { id, z, x, y }: TilePath,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const layer = await this.catalogue.one(deploymentId, id, audienceOf(by));
    const kind = layer.details.tiles;
    const path = layer.file === null ? null : this.files.archivePath(layer.file);
    if (path === null || kind === undefined) throw notFound('tile');
    if (isKnown(request, reply, layer)) return;
    const body = await this.archives.tile(path, ...addressOf(z, x, y));
    await sendArchiveTile(request, reply, kind, body);
  }
}

/** @throws Problem 404 for one that lies outside of the world */
function addressOf(...path: [z: string, x: string, y: string]): [z: number, x: number, y: number] {
  const [z, x, y] = path.map((part) => (/^\d{1,8}$/.test(part) ? Number(part) : NaN)) as [number, number, number];
  if (!(z <= 22 && x < 2 ** z && y < 2 ** z)) throw notFound('tile');
  return [z, x, y];
}

/** Says under which name what follows may be kept, and ends with 304 where it is kept already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, layer: OverlayRecord): boolean {
  const etag = `"${layer.file}"`;
  // Whoever may see it now need not tomorrow; the address bears the digest, so that a change is another address.
  const cache = layer.visibility === 'public' ? 'public, max-age=3600' : 'private, no-cache';
  void reply.headers({ etag, 'cache-control': cache, vary: 'accept-encoding' });
  if (!hasAlready(request.headers['if-none-match'], etag)) return false;
  void reply.code(304).send();
  return true;
}
