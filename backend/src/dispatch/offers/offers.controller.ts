/** Offers of help over HTTP, and those that fit an incident. They come in by the web channel. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeOfferStatus,
  MatchOffer,
  OfferListQuery,
  type DispatchView,
  type OfferMatch,
  type OfferView,
  type Page,
  type ReporterView,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { DispatchReader } from '../dispatch-reader.js';
import { ChangeOffers } from './change-offers.js';
import { OfferReader } from './offer-reader.js';

@ApiTags('dispatch')
@Controller('api/v1/deployments/:deployment')
export class OffersController {
  constructor(
    private readonly offers: OfferReader,
    private readonly changes: ChangeOffers,
    private readonly reader: DispatchReader,
  ) {}

  @Get('offers')
  @Needs('reports.read')
  list(@InDeployment() deployment: Deployment, @Query() query: unknown): Promise<Page<OfferView>> {
    return this.offers.list(deployment, validated(OfferListQuery, query));
  }

  @Post('offers/:id/status')
  @Needs('reports.triage')
  @HttpCode(200)
  async say(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<OfferView> {
    const { status } = validated(ChangeOfferStatus, body);
    await this.changes.say(deployment, id.toLowerCase(), status, actorOf(by));
    return this.offers.one(deployment, id.toLowerCase());
  }

  @Get('offers/:id/contact')
  @Needs('reporters.read')
  contact(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<ReporterView> {
    return this.changes.contact(deployment, id.toLowerCase(), actorOf(by));
  }

  @Get('incidents/:id/offers')
  @Needs('reports.read')
  fitting(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: OfferMatch[] }> {
    return this.offers.fitting(deployment, id.toLowerCase());
  }

  @Post('incidents/:id/offers')
  @Needs('reports.triage')
  @HttpCode(201)
  async match(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<DispatchView> {
    await this.changes.match(deployment, id.toLowerCase(), validated(MatchOffer, body), actorOf(by));
    return this.reader.of(deployment.id, id.toLowerCase());
  }
}
