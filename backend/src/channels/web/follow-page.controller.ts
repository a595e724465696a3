/** The secret follow page: what became of a report, and the box to answer. */
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { renderFollowPage, textsIn, type FollowedReport, type FollowPageProps } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { askingMessage } from '../../dispatch/index.js';
import { IncidentReader, isPublic } from '../../incidents/index.js';
import { Anyone, CONFIG, Database, derivedId, problemOf, type Config } from '../../platform/index.js';
import { messagesOf, type ReportRecord } from '../../reports/index.js';
import { AskReporter } from '../../triage/index.js';
import { FollowedReports } from './followed-reports.js';
import { NearIncidents } from './near-incidents.js';
import { languageOf, PageFrames } from './page-frame.js';
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
    const { sent, seen } = request.query as { sent?: unknown; seen?: unknown };
    const address = sent === '1' ? `${this.config.publicUrl}/follow/${token}` : null;
    // Phones with a script have offered what is near before sending, and do not come here with either.
    return this.page(token, request, { address }, sent === '1' || typeof seen === 'string' ? String(seen) : null);
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
      void reply.redirect(`?seen=${encodeURIComponent(incident)}${languageOf(request)}`, 303);
      return;
    }
    const words = typeof text === 'string' ? text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '';
    const texts = textsIn(this.frames.of(request, deployment).language);
    /** The page again, with what was typed. */
    const again = async (status: number, error: string): Promise<void> => {
      const page = await this.page(token, request, { address: null, answer: { text: words, error } });
      void reply.status(status).type('text/html; charset=utf-8').send(page);
    };
    if (words === '') return again(422, texts.follow.answerEmpty);
    if (words.length > answerLimit) return again(422, texts.report.tooLong(answerLimit));
    try {
      await this.limit.count(request, 'answer');
      await this.askReporter.answer(deployment, report.id, typeof id === 'string' ? id : '', words.toWellFormed());
    } catch (error) {
      const { status, headers } = problemOf(error);
      const seconds = Number(headers['retry-after'] ?? 60);
      void reply.headers(headers);
      return again(status, status === 429 ? texts.report.tooMany(seconds) : texts.report.unavailable);
    }
    void reply.redirect(request.url, 303);
  }

  private async page(
    token: string,
    request: FastifyRequest,
    props: Pick<FollowPageProps, 'address' | 'answer'>,
    seen: string | null = null,
  ): Promise<string> {
    const { deployment, report } = await this.followedReports.named(token);
    return renderFollowPage({
      ...props,
      frame: this.frames.of(request, deployment),
      report: await this.followed(deployment, report),
      near: seen === null ? [] : await this.nearIncidents.of(deployment, report, seen),
      answerId: uuidv7(),
      reportPath: `/report/${deployment.slug}`,
    });
  }

  private async followed(deployment: Deployment, report: ReportRecord): Promise<FollowedReport> {
    const messages = await messagesOf(this.database, deployment.id, report.id);
    const ids = report.incident_id === null ? [] : [report.incident_id];
    const [incident] = await this.incidents.records(deployment.id, ids);
    const asking = await askingMessage(this.database, deployment.id, report.id);
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
      isOverAnswerId: asking !== null && messages.at(-1)?.id === asking ? derivedId(asking, 'answer') : null,
    };
  }
}
