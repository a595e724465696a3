/** The page of a public incident, for links that are passed on: the same that the map shows, and how it came about. */
import { Controller, Get, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameIn, renderIncidentPage } from '@atesto/frontend/report';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { PublicHistoryReader, type PublicStory } from '../../incidents/index.js';
import { Anyone, CONFIG, notFound, type Config } from '../../platform/index.js';
import { languageOf, PageFrames } from './page-frame.js';
import { PageProblemFilter } from './page-problem.filter.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('map/:deployment/incidents')
export class IncidentPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly reader: PublicHistoryReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':id')
  @Anyone()
  async show(
    @InDeployment() deployment: Deployment,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Whatever was typed, it is a page that is not there.
    if (!uuid.test(id)) throw notFound('incident');
    const story = await this.reader.storyOrSuccessor(deployment, id.toLowerCase());
    if ('mergedInto' in story) {
      const language = languageOf(request).replace('&', '?');
      // A merge can be taken back, so nobody may remember this for good.
      void reply.redirect(`/map/${deployment.slug}/incidents/${story.mergedInto}${language}`, 302);
      return;
    }
    void reply.headers({ 'cache-control': 'no-cache', vary: 'accept-language' });
    await reply.type('text/html; charset=utf-8').send(this.page(deployment, story, request));
  }

  private page(deployment: Deployment, { incident, history }: PublicStory, request: FastifyRequest): string {
    const frame = this.frames.of(request, deployment);
    const category = deployment.categories.find(({ code }) => code === incident.category);
    return renderIncidentPage({
      frame,
      deployment,
      incident,
      history,
      categoryName: category === undefined ? null : nameIn(category.names, frame.language, deployment.languages),
      isRough: deployment.policy.publicPrecisionMetres > 0,
      origin: this.config.publicUrl,
    });
  }
}
