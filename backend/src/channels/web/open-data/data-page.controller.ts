/** The pages of the open data, for people: all deployments, one of them, and what its columns mean. */
import { Controller, Get, Header, Inject, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { renderDataHome, renderDataPage, renderSchemaPage } from '@atesto/frontend/report';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import { columns, offerOf, OpenDataReader } from '../../../open-data/index.js';
import { Anyone, CONFIG, type Config } from '../../../platform/index.js';
import { BuiltFrontend } from '../assets.js';
import { PageFrames } from '../page-frame.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { viewOf } from './data-views.js';

const html = 'text/html; charset=utf-8';

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('data')
@Anyone()
export class DataPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly frontend: BuiltFrontend,
    private readonly data: OpenDataReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header('content-type', html)
  @Header('cache-control', 'no-cache')
  async home(@Req() request: FastifyRequest): Promise<string> {
    const deployments = (await this.data.deployments()).map((deployment) => {
      const offer = offerOf(deployment);
      const state = offer.kind === 'offered' ? offer.licence : offer.kind;
      return { slug: deployment.slug, name: deployment.name, state };
    });
    return renderDataHome({ frame: this.frames.of(request), style: this.frontend.styles.data, deployments });
  }

  @Get(':deployment')
  @Header('content-type', html)
  @Header('cache-control', 'no-cache')
  async page(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): Promise<string> {
    const { slug, name } = deployment;
    const dataSet = await this.data.dataSet(deployment);
    return renderDataPage({
      frame: this.frames.of(request, deployment),
      style: this.frontend.styles.data,
      slug,
      name,
      data:
        dataSet === null ? (deployment.isExercise ? 'exercise' : 'no-licence') : viewOf(dataSet, this.config.publicUrl),
    });
  }

  @Get(':deployment/schema')
  @Header('content-type', html)
  @Header('cache-control', 'no-cache')
  async schema(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): Promise<string> {
    const { slug, name } = deployment;
    await this.data.offered(deployment);
    return renderSchemaPage({
      frame: this.frames.of(request, deployment),
      style: this.frontend.styles.data,
      slug,
      name,
      columns,
    });
  }
}
