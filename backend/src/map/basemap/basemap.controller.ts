/** The basemap over HTTP: open to everyone, the same for everyone, long in every cache. */
import { createHash } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendArchiveTile } from '../../overlays/index.js';
import { Anyone, CONFIG, notFound, type Config } from '../../platform/index.js';
import { sendTile } from '../send-tile.js';
import { tileAddress } from '../tile-query.js';
import { BasemapArchive } from './basemap-archive.js';
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
    private readonly archive: BasemapArchive,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a page needs to draw it. */
  @Get('config.json')
  @Header('cache-control', 'no-cache')
  async describe() {
    const { tilesUrl, tilesAttribution } = this.config;
    const archive = await this.archive.facts();
    return {
      landMaxZoom: deepestLand,
      placeZooms: placeLevels.map(({ z }) => z),
      attribution: basemapAttribution,
      raster: tilesUrl === null ? null : { url: tilesUrl, attribution: tilesAttribution ?? '' },
      archive:
        archive === null
          ? null
          : { tiles: archive.tiles, deepest: archive.maxZoom ?? 0, attribution: archive.attribution ?? '' },
    };
  }

  /** Of the base map that somebody put into the data folder. */
  @Get('archive/:z/:x/:y')
  async archived(@Param() path: TilePath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { z, x, y } = tileAddress(path);
    const tile = await this.archive.tile(z, x, y);
    if (tile === null) throw notFound('base map');
    void reply.headers({ 'cache-control': 'public, max-age=3600', vary: 'accept-encoding' });
    await sendArchiveTile(request, reply, tile.kind, tile.body);
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
