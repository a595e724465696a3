/** The start page, and the two pages that run in the browser: the public map and the console. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { renderHome } from '@atesto/frontend/report';
import { Deployment, InDeployment, listDeployments } from '../../deployments/index.js';
import { Anyone, Database } from '../../platform/index.js';
import { BuiltFrontend } from './assets.js';
import { PageFrames } from './page-frame.js';
import { PageProblemFilter } from './page-problem.filter.js';

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller()
@Anyone()
export class HomePageController {
  private readonly map: string;
  private readonly exerciseMap: string;
  private readonly console: string;

  constructor(
    private readonly frames: PageFrames,
    private readonly database: Database,
    frontend: BuiltFrontend,
  ) {
    this.map = readFileSync(join(frontend.folder, 'map/index.html'), 'utf8');
    this.exerciseMap = this.map.replace('<head>', '<head><meta name="robots" content="noindex, nofollow" />');
    this.console = readFileSync(join(frontend.folder, 'console/index.html'), 'utf8');
  }

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(@Req() request: FastifyRequest): Promise<string> {
    return renderHome(this.frames.of(request), await listDeployments(this.database));
  }

  @Get('map/:deployment')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  publicMap(@InDeployment() { isExercise }: Deployment): string {
    return isExercise ? this.exerciseMap : this.map;
  }

  @Get(['console', 'console/*'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  room(): string {
    return this.console;
  }
}
