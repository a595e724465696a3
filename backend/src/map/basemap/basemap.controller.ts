/** The basemap over HTTP: open to everyone, the same for everyone, long in every cache. */
import { createHash } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anyone, CONFIG, type Config } from '../../platform/index.js';
import { sendTile } from '../send-tile.js';
import { tileAddress } from '../tile-query.js';
import { Basemap, type BasemapPart } from './basemap.js';
import { basemapAttribution, deepestLand, placeLevels } from './basemap-files.js';

interface TilePath {
  z: string;
  x: string;
  y: string;
}

const cacheControl = 'public, max-age=86400, stale-while-revalidate=604800';
const deepestPlaces = Math.max(...placeLevels.map(({ z }) => z));

@ApiExcludeController()
@Controller('basemap')
@Anyone()
export class BasemapController {
  constructor(
    private readonly basemap: Basemap,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a page needs to draw it. */
  @Get('config.json')
  @Header('cache-control', 'no-cache')
  describe() {
    const { tilesUrl, tilesAttribution } = this.config;
    return {
      landMaxZoom: deepestLand,
      placeZooms: placeLevels.map(({ z }) => z),
      attribution: basemapAttribution,
      raster: tilesUrl === null ? null : { url: tilesUrl, attribution: tilesAttribution ?? '' },
    };
  }

  @Get('places/:z/:x/:y.mvt')
  async places(@Param() path: TilePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('places', path, deepestPlaces, request, reply);
  }

  @Get(':z/:x/:y.mvt')
  async land(@Param() path: TilePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('land', path, deepestLand, request, reply);
  }

  private async send(
    part: BasemapPart,
    path: TilePath,
    deepest: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const body = await this.basemap.tile(part, tileAddress(path, deepest));
    const etag = body ? `"${createHash('sha1').update(body).digest('base64url')}"` : '"sea"';
    await sendTile(request, reply, { etag, body, cacheControl });
  }
}
