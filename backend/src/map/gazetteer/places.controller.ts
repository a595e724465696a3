/** Suggestions for the place of a report, open to everyone: while typing, and as a list that a phone keeps. */
import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlaceQuery, type SuggestedPlaces } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, hasAlready, validated } from '../../platform/index.js';
import { Gazetteer, gazetteerAttribution } from './gazetteer.js';
import { Geocoder } from './geocoder.js';
import { joinPlaces } from './join-places.js';

const usualLimit = 10;

@Controller('api/v1/deployments/:deployment')
@Anyone()
export class PlacesController {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly geocoder: Geocoder,
  ) {}

  @Get('places')
  // What somebody types is theirs: no cache between us keeps it.
  @Header('cache-control', 'private, max-age=300')
  async suggest(@InDeployment() deployment: Deployment, @Query() query: unknown): Promise<SuggestedPlaces> {
    const { q, limit = usualLimit, lang = '' } = validated(PlaceQuery, query);
    const [known, found] = await Promise.all([
      this.gazetteer.search(q, deployment.area, limit),
      this.geocoder.search(q, deployment.area, limit, lang),
    ]);
    const items = joinPlaces(known, found.items, limit);
    return { items, attribution: [gazetteerAttribution, ...found.attribution] };
  }

  @Get('places.json')
  async list(
    @InDeployment() deployment: Deployment,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, etag } = await this.gazetteer.listFor(deployment.area);
    void reply.headers({ etag, 'cache-control': 'public, max-age=3600, stale-while-revalidate=604800' });
    if (hasAlready(request.headers['if-none-match'], etag)) await reply.code(304).send();
    else await reply.type('application/json; charset=utf-8').send(text);
  }
}
