/** Incidents over HTTP: the public sees published ones, responders all. */
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ChangeIncidentStatus as ChangeIncidentStatusInput,
  IncidentHistogramQuery,
  IncidentListQuery,
  MergeIncident,
  PageQuery,
  PatchIncident,
  SplitIncident as SplitIncidentInput,
  type Audience,
  type Histogram,
  type HistoryEntry,
  type IncidentDetail,
  type IncidentView,
  type Page,
  type PublicIncident,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, Anyone, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { ChangeIncident } from './change-incident.js';
import { ChangeIncidentStatus } from './change-incident-status.js';
import { IncidentReader } from './incident-reader.js';
import { MergeIncidents } from './merge-incidents.js';
import { SplitIncident } from './split-incident.js';

export function audienceOf(by: Access): Audience {
  return by.permissions.has('incidents.read') ? 'responders' : 'public';
}

@ApiTags('incidents')
@Controller('api/v1/deployments/:deployment/incidents')
export class IncidentsController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly changeIncident: ChangeIncident,
    private readonly changeStatus: ChangeIncidentStatus,
    private readonly mergeIncidents: MergeIncidents,
    private readonly splitIncident: SplitIncident,
  ) {}

  @Get()
  @Anyone()
  list(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Page<IncidentView | PublicIncident>> {
    const filter = validated(IncidentListQuery, query);
    if (filter.assignee === 'me') filter.assignee = by.userId ?? 'none';
    return this.reader.list(deployment, filter, audienceOf(by));
  }

  @Get('histogram')
  @Needs('incidents.read')
  histogram(@InDeployment() deployment: Deployment, @Query() query: Record<string, unknown>): Promise<Histogram> {
    return this.reader.histogram(deployment, validated(IncidentHistogramQuery, query), 'responders');
  }

  @Get(':id')
  @Anyone()
  async show(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail | PublicIncident> {
    return audienceOf(by) === 'public'
      ? this.reader.publicDetail(deployment, id)
      : this.detail(deployment, id, by, reply);
  }

  @Patch(':id')
  @Needs('reports.triage')
  async change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail> {
    await this.changeIncident.change(deployment, id, ifMatch(version), validated(PatchIncident, body), actorOf(by));
    return this.detail(deployment, id, by, reply);
  }

  /** Answers with the survivor, whose version is the one that was seen. */
  @Post(':id/merge')
  @Needs('reports.triage')
  @HttpCode(200)
  async merge(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail> {
    const { into, fields = {} } = validated(MergeIncident, body);
    const stays = { id: into.toLowerCase(), version: ifMatch(version) };
    await this.mergeIncidents.merge(deployment, id.toLowerCase(), stays, fields, actorOf(by));
    return this.detail(deployment, into, by, reply);
  }

  /** Answers with the new one. */
  @Post(':id/split')
  @Needs('reports.triage')
  @HttpCode(200)
  async split(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail> {
    const opened = await this.splitIncident.split(deployment, id, validated(SplitIncidentInput, body), actorOf(by));
    return this.detail(deployment, opened, by, reply);
  }

  @Post(':id/status')
  @Needs('reports.triage')
  @HttpCode(200)
  async status(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail> {
    await this.changeStatus.change(deployment.id, id, validated(ChangeIncidentStatusInput, body), actorOf(by));
    return this.detail(deployment, id, by, reply);
  }

  @Get(':id/history')
  @Needs('incidents.read')
  history(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<HistoryEntry>> {
    return this.reader.history(deployment, id, validated(PageQuery, query));
  }

  private async detail(deployment: Deployment, id: string, by: Access, reply: FastifyReply): Promise<IncidentDetail> {
    const incident = await this.reader.detail(deployment, id, by.permissions.has('reports.read'));
    void reply.header('etag', `"${incident.version}"`);
    return incident;
  }
}
