/** What changed last, for those who follow: Atom with places, and alerts by the Common Alerting Protocol. */
import { Controller, Get, Inject, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FeedQuery, type PublicIncident } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { IncidentReader } from '../../incidents/index.js';
import {
  Anyone,
  CLOCK,
  CONFIG,
  Database,
  hasAlready,
  validated,
  type Clock,
  type Config,
} from '../../platform/index.js';
import { lastShownChange, versionTag } from '../export-version.js';
import { exerciseMark } from '../rows/row-context.js';
import { atomText, type AtomEntry } from './atom.js';
import { capAlert } from './cap-alert.js';

const capType = 'application/cap+xml; charset=utf-8';

@ApiTags('exports')
@Controller('api/v1/deployments/:deployment')
export class FeedsController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('exports/incidents.atom')
  @Anyone()
  atom(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendFeed(deployment, query, 'exports/incidents.atom', request, reply);
  }

  @Get('exports/cap.atom')
  @Anyone()
  capFeed(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendFeed(deployment, query, 'exports/cap.atom', request, reply);
  }

  @Get('cap/:id')
  @Anyone()
  async alert(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const incident = await this.reader.publicDetail(deployment, id);
    const { host } = new URL(this.config.publicUrl);
    const text = capAlert(incident, { deployment, host, link: this.pageOf(deployment, incident) });
    void reply.header('content-type', capType).header('cache-control', 'public, no-cache').send(text);
  }

  private async sendFeed(
    deployment: Deployment,
    query: Record<string, unknown>,
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const filter = validated(FeedQuery, query);
    const change = await lastShownChange(this.database, deployment.id);
    const tag = versionTag(change, deployment.version, name, { ...filter });
    // As of files: what words find has no place in the journal.
    const isKnown = filter.q === undefined;
    if (isKnown) void reply.header('etag', tag);
    void reply.header('cache-control', 'public, no-cache');
    if (isKnown && hasAlready(request.headers['if-none-match'], tag)) {
      void reply.code(304).send();
      return;
    }
    const { items, next } = await this.reader.latest(deployment, filter);
    const base = `${this.config.publicUrl}/api/v1/deployments/${deployment.slug}`;
    const addressOf = (cursor?: string): string => {
      const given = Object.entries({ ...filter, ...(cursor !== undefined && { cursor }) });
      const said = new URLSearchParams(
        given.filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]),
      );
      return `${base}/${name}${said.size === 0 ? '' : `?${said.toString()}`}`;
    };
    const text = atomText({
      address: addressOf(),
      title: `${deployment.isExercise ? `${exerciseMark}: ` : ''}${deployment.name}`,
      author: deployment.name,
      language: deployment.languages[0] ?? 'en',
      page: `${this.config.publicUrl}/map/${deployment.slug}`,
      next: next === null ? null : addressOf(next),
      entries: items.map((incident) => this.entryOf(deployment, incident, `${base}/cap/${incident.id}`)),
      madeAt: this.clock.now().toISOString(),
    });
    void reply.header('content-type', 'application/atom+xml; charset=utf-8').send(text);
  }

  private entryOf(deployment: Deployment, incident: PublicIncident, alert: string): AtomEntry {
    const names = deployment.categories.find(({ code }) => code === incident.category)?.names;
    const categoryName = names?.[deployment.languages[0] ?? 'en'] ?? Object.values(names ?? {})[0] ?? null;
    const title = deployment.isExercise ? `${exerciseMark}: ${incident.title}` : incident.title;
    const summary = [incident.description, incident.place].filter((text) => text !== null && text !== '').join('\n');
    return { subject: incident, title, summary, categoryName, link: this.pageOf(deployment, incident), alert };
  }

  private pageOf(deployment: Deployment, { id }: PublicIncident): string {
    return `${this.config.publicUrl}/map/${deployment.slug}/incidents/${id}`;
  }
}
