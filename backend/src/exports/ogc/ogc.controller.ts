/** OGC API - Features over HTTP: what map programs such as QGIS connect to. Each resource as JSON and as a page. */
import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { IncidentReader } from '../../incidents/index.js';
import {
  Anyone,
  By,
  CLOCK,
  CONFIG,
  hasAlready,
  notFound,
  type Access,
  type Clock,
  type Config,
} from '../../platform/index.js';
import { exportAudience } from '../export-audience.js';
import { chooseFormat, type Format } from './choose-format.js';
import { NoteTaking } from './note-taking.js';
import { describeOgcApi } from './ogc-api.js';
import { collectionOf, collectionPath, collectionsOf, conformanceOf, landingOf } from './ogc-documents.js';
import { featuresOf, linkedFeature } from './ogc-features.js';
import { OgcAddresses, types } from './ogc-links.js';
import * as pages from './ogc-pages.js';
import { knownParameters, readItemsQuery, type Parameters } from './read-items-query.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What every answer needs to know of its request. */
interface Asked {
  deployment: Deployment;
  request: FastifyRequest;
  reply: FastifyReply;
  format: Format;
}

@ApiTags('ogc')
@Controller('ogc/:deployment')
@Anyone()
export class OgcController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly taking: NoteTaking,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  landing(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const asked = this.asked(deployment, query, request, reply);
    const document = landingOf(deployment, this.at(deployment), asked.format);
    this.answer(asked, document, types.json, () => pages.landingPage(document));
  }

  /** The same with a slash at its end, as the path `/` of the description leads to it. */
  @Get('*')
  @ApiExcludeEndpoint()
  landingWithSlash(
    @InDeployment() deployment: Deployment,
    @Param('*') rest: string | undefined,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    if (rest !== undefined && rest !== '') throw notFound('page');
    this.landing(deployment, query, request, reply);
  }

  @Get('conformance')
  conformance(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const asked = this.asked(deployment, query, request, reply);
    const at = this.at(deployment);
    const document = conformanceOf(at, asked.format);
    this.answer(asked, document, types.json, () => pages.conformancePage(document, at.base));
  }

  @Get('api')
  api(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const asked = this.asked(deployment, query, request, reply);
    const at = this.at(deployment);
    const document = describeOgcApi(deployment, at);
    const links = at.self('/api', {}, asked.format, types.api);
    this.answer(asked, document, types.api, () => pages.apiPage(document, at.base, links));
  }

  @Get('collections')
  async collections(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.asked(deployment, query, request, reply);
    const at = this.at(deployment);
    const extent = await this.reader.wholeExtent(deployment, exportAudience(by));
    const document = collectionsOf(deployment, extent, at, asked.format);
    this.answer(asked, document, types.json, () => pages.collectionsPage(document, at.base));
  }

  @Get('collections/incidents')
  async collection(
    @InDeployment() deployment: Deployment,
    @Query() query: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.asked(deployment, query, request, reply);
    const at = this.at(deployment);
    const extent = await this.reader.wholeExtent(deployment, exportAudience(by));
    const own = at.self(collectionPath, {}, asked.format, types.json);
    const document = collectionOf(deployment, extent, at, own);
    this.answer(asked, document, types.json, () => pages.collectionPage(document, at.base));
  }

  @Get('collections/incidents/items')
  async items(
    @InDeployment() deployment: Deployment,
    @Query() given: Record<string, string>,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { query, scope } = readItemsQuery(given);
    const { f, ...words } = given;
    const asked = { deployment, request, reply, format: chooseFormat(f, request.headers.accept) };
    const audience = exportAudience(by);
    const { items, next } = await this.reader.list(deployment, query, audience, scope);
    const isAll = query.cursor === undefined && next === null;
    const matched = isAll ? items.length : await this.reader.count(deployment, query, audience, scope);
    if (audience === 'responders') await this.taking.note(deployment.id, by, matched);
    const at = this.at(deployment);
    const page = { incidents: items, next, matched };
    const document = featuresOf(page, deployment.isExercise, at, words, asked.format);
    const timeStamp = this.clock.now().toISOString();
    this.answer(asked, document, types.geojson, () => pages.featuresPage(document, at.base), { timeStamp });
  }

  @Get('collections/incidents/items/:id')
  async item(
    @InDeployment() deployment: Deployment,
    @Param('id') id: string,
    @Query() query: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.asked(deployment, query, request, reply);
    const audience = exportAudience(by);
    const incident = uuid.test(id) ? await this.reader.one(deployment, id, audience) : null;
    if (incident === null) throw notFound('feature');
    if (audience === 'responders') await this.taking.note(deployment.id, by, 1);
    const at = this.at(deployment);
    const document = linkedFeature(incident, deployment.isExercise, at, asked.format);
    this.answer(asked, document, types.geojson, () => pages.featurePage(document, at.base));
  }

  private at({ slug }: Deployment): OgcAddresses {
    return new OgcAddresses(this.config.publicUrl, slug);
  }

  private asked(deployment: Deployment, query: unknown, request: FastifyRequest, reply: FastifyReply): Asked {
    const { f }: Parameters = knownParameters(query, ['f']);
    return { deployment, request, reply, format: chooseFormat(f, request.headers.accept) };
  }

  /**
   * Who asks decides what is in it, so no cache may share it; the mark leaves out when it was made. As bytes, since
   * these types know no charset.
   */
  private answer(
    { request, reply, format }: Asked,
    document: object,
    type: string,
    page: () => string,
    beside: object = {},
  ): void {
    const body = format === 'html' ? page() : JSON.stringify(document);
    const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept, cookie, authorization' });
    if (hasAlready(request.headers['if-none-match'], etag)) {
      void reply.code(304).send();
      return;
    }
    const sent =
      format === 'html' || Object.keys(beside).length === 0 ? body : JSON.stringify({ ...document, ...beside });
    void reply.type(format === 'html' ? 'text/html; charset=utf-8' : type).send(Buffer.from(sent));
  }
}
