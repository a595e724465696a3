/** The pages of situation reports: as it stands now, the saved ones, and each of these under an address that stays. */
import { Controller, Get, Header, Param, Query, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageQuery, SituationQuery, type Audience } from '@atesto/contract';
import { renderSituation, renderSituationList } from '@atesto/frontend/report';
import type { FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import { Anyone, By, notAllowed, notSignedIn, validated, type Access } from '../../../platform/index.js';
import { SavedReports } from '../../../situation/index.js';
import { BuiltFrontend } from '../assets.js';
import { PageFrames } from '../page-frame.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { ComposeSituation } from './compose-situation.js';

/** Pages say what all may see unless they are asked for more. @throws Problem 401, 403 for who may not */
function audienceAsked(asked: Audience | undefined, by: Access): Audience {
  if (asked !== 'responders') return 'public';
  if (by.permissions.has('incidents.read')) return asked;
  throw by.userId === null ? notSignedIn() : notAllowed();
}

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('situation/:deployment')
@Anyone()
export class SituationPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly frontend: BuiltFrontend,
    private readonly compose: ComposeSituation,
    private readonly saved: SavedReports,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async now(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const asked = validated(SituationQuery, query);
    const frame = this.frames.of(request, deployment);
    const page = await this.compose.now(deployment, asked, audienceAsked(asked.audience, by));
    const mayChoose = by.permissions.has('incidents.read');
    return renderSituation({ frame, style: this.frontend.styles.situation, ...page, mayChoose });
  }

  @Get('reports')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async list(
    @InDeployment() deployment: Deployment,
    @Query('cursor') cursor: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const isPublic = !by.permissions.has('incidents.read');
    const query = validated(PageQuery, cursor === undefined ? {} : { cursor });
    const reports = await this.saved.list(deployment, query, isPublic ? 'public' : 'responders');
    const frame = this.frames.of(request, deployment);
    return renderSituationList({ frame, style: this.frontend.styles.situation, deployment, reports, isPublic });
  }

  @Get('reports/:number')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async one(
    @InDeployment() deployment: Deployment,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { audience } = validated(SituationQuery, query);
    const frame = this.frames.of(request, deployment);
    const mayChoose = by.permissions.has('incidents.read');
    const page = await this.compose.saved(deployment, number, audienceAsked(audience, by), mayChoose);
    return renderSituation({ frame, style: this.frontend.styles.situation, ...page, mayChoose });
  }
}
