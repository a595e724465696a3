/** The secret follow page: what became of a report, and the box to answer. */
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderFollowPage, textsIn, type FollowedReport, type FollowPageProps } from '@atesto/frontend/report';
import { DeploymentCatalogue, type Deployment } from '../../deployments/index.js';
import { IncidentReader, isPublic } from '../../incidents/index.js';
import { Anyone, CONFIG, Database, Keys, notFound, type Config } from '../../platform/index.js';
import { messagesOf, reportsById, type ReportRecord } from '../../reports/index.js';
import { AskReporter } from '../../triage/index.js';
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
    private readonly keys: Keys,
    private readonly catalogue: DeploymentCatalogue,
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
    return this.page(token, request, { address: sent === '1' ? `${this.config.publicUrl}/follow/${token}` : null });
  }

  @Post()
  @Anyone()
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { deployment, report } = await this.find(token);
    const { text } = (body ?? {}) as { text?: unknown };
    const words = typeof text === 'string' ? text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '';
    const texts = textsIn(this.frames.of(request, deployment.languages).language);
    if (words === '' || words.length > answerLimit) {
      const error = words === '' ? texts.follow.answerEmpty : texts.report.tooLong(answerLimit);
      const page = await this.page(token, request, { address: null, answer: { text: words, error } });
      void reply.status(422).type('text/html; charset=utf-8').send(page);
      return;
    }
    await this.limit.count(request.ip);
    await this.askReporter.answer(deployment, report.id, words.toWellFormed());
    void reply.redirect(request.url, 303);
  }

  private async page(
    token: string,
    request: FastifyRequest,
    props: Pick<FollowPageProps, 'address' | 'answer'>,
  ): Promise<string> {
    const { deployment, report } = await this.find(token);
    const frame = this.frames.of(request, deployment.languages);
    const followed = await this.followed(deployment, report);
    return renderFollowPage({ ...props, frame, report: followed, reportPath: `/report/${deployment.slug}` });
  }

  private async find(token: string): Promise<{ deployment: Deployment; report: ReportRecord }> {
    const named = this.keys.reportOfFollowSecret(token);
    const deployment = named === null ? null : await this.catalogue.withId(named.deploymentId);
    if (named === null || deployment === null) throw notFound('report');
    const [report] = await reportsById(this.database, deployment.id, [named.reportId]);
    if (report === undefined) throw notFound('report');
    return { deployment, report };
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
