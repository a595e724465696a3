/** The secret follow page: what became of a report, and the box to answer. */
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { renderFollowPage, textsIn, type FollowedReport, type FollowPageProps } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { IncidentReader, isPublic } from '../../incidents/index.js';
import { Anyone, CONFIG, Database, type Config } from '../../platform/index.js';
import { messagesOf, type ReportRecord } from '../../reports/index.js';
import { AskReporter } from '../../triage/index.js';
import { FollowedReports } from './followed-reports.js';
import { NearIncidents } from './near-incidents.js';
import { PageFrames } from './page-frame.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { ReportLimit } from './report-limit.js';

const answerLimit = 2000;

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('follow/:token')
export class FollowPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly followedReports: FollowedReports,
    private readonly nearIncidents: NearIncidents,
    private readonly database: Database,
    private readonly incidents: IncidentReader,
    private readonly askReporter: AskReporter,
    private readonly limit: ReportLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async show(@Param('token') token: string, @Req() request: FastifyRequest): Promise<string> {
    const { sent } = request.query as { sent?: unknown };
    // Phones with a script have offered what is near before sending.
    const isNew = sent === '1';
    return this.page(token, request, { address: isNew ? `${this.config.publicUrl}/follow/${token}` : null }, isNew);
  }

  @Post()
  @Anyone()
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { deployment, report } = await this.followedReports.named(token);
    const { id, text, incident } = (body ?? {}) as Record<string, unknown>;
    if (typeof incident === 'string') {
      await this.limit.count(request, 'answer');
      await this.nearIncidents.confirm(deployment, report, incident);
      void reply.redirect(request.url, 303);
      return;
    }
    const words = typeof text === 'string' ? text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '';
    const texts = textsIn(this.frames.of(request, deployment.languages).language);
    if (words === '' || words.length > answerLimit) {
      const error = words === '' ? texts.follow.answerEmpty : texts.report.tooLong(answerLimit);
      const page = await this.page(token, request, { address: null, answer: { text: words, error } });
      void reply.status(422).type('text/html; charset=utf-8').send(page);
      return;
    }
    await this.limit.count(request, 'answer');
    await this.askReporter.answer(
      deployment,
      report.id,
      typeof id === 'string' && isUUID(id) ? id : uuidv7(),
      words.toWellFormed(),
    );
    void reply.redirect(request.url, 303);
  }

  private async page(
    token: string,
    request: FastifyRequest,
    props: Pick<FollowPageProps, 'address' | 'answer'>,
    withNear = false,
  ): Promise<string> {
    const { deployment, report } = await this.followedReports.named(token);
    return renderFollowPage({
      ...props,
      frame: this.frames.of(request, deployment.languages),
      report: await this.followed(deployment, report),
      near: withNear ? await this.nearIncidents.of(deployment, report) : [],
      answerId: uuidv7(),
      reportPath: `/report/${deployment.slug}`,
    });
  }

  private async followed(deployment: Deployment, report: ReportRecord): Promise<FollowedReport> {
    const messages = await messagesOf(this.database, deployment.id, report.id);
    const ids = report.incident_id === null ? [] : [report.incident_id];
    const [incident] = await this.incidents.records(deployment.id, ids);
    const isShown = incident !== undefined && isPublic(incident, deployment);
    return {
      status: report.status,
      rejection: report.rejection_reason,
      text: report.text,
      place: report.place,
      photos: report.media_count,
      receivedAt: report.received_at.toISOString(),
      messages: messages.map(({ direction, text, at }) => ({ direction, text, at: at.toISOString() })),
      incidentPath: isShown ? `/map/${deployment.slug}?incident=${incident.id}` : null,
    };
  }
}
