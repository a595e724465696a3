/** What is handed out on paper: the poster, its QR code alone, and the short address that the poster prints. */
import { Controller, Get, Header, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HandoutView } from '@atesto/contract';
import { renderPoster } from '@atesto/frontend/report';
import { Deployment, DeploymentCatalogue, InDeployment } from '../../deployments/index.js';
import { Anyone, CONFIG, type Config, qrPath, qrSvg } from '../../platform/index.js';
import { BuiltFrontend } from './assets.js';
import { handoutOf } from './handout.js';
import { PageFrames } from './page-frame.js';
import { PageProblemFilter } from './page-problem.filter.js';

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller()
@Anyone()
export class PosterPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly frontend: BuiltFrontend,
    private readonly catalogue: DeploymentCatalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('poster/:deployment')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  poster(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): string {
    const { tearoff } = request.query as { tearoff?: unknown };
    const { slug, name, policy } = deployment;
    return renderPoster({
      frame: this.frames.of(request, deployment),
      style: this.frontend.styles.poster,
      deployment: { slug, name },
      lines: policy.lines,
      emergencyNumber: policy.emergencyNumber,
      shortAddress: handoutOf(this.config.publicUrl, slug).short,
      qr: qrPath(handoutOf(this.config.publicUrl, slug).report),
      hasStrips: tearoff === '1',
    });
  }

  @Get('poster/:deployment/qr.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'no-cache')
  code(@InDeployment() deployment: Deployment): string {
    return qrSvg(handoutOf(this.config.publicUrl, deployment.slug).report);
  }

  /** Typed off a wall by hand, on keyboards that begin with a capital. */
  @Get('r/:slug')
  async short(@Param('slug') typed: string, @Res() reply: FastifyReply): Promise<void> {
    const { slug } = await this.catalogue.named(typed.toLowerCase());
    void reply.redirect(`/report/${slug}`, 302);
  }

  /** For the console, which may itself be opened by another address than the public one. */
  @Get('api/v1/deployments/:deployment/handout')
  addresses(@InDeployment() { slug }: Deployment): HandoutView {
    return handoutOf(this.config.publicUrl, slug);
  }
}
