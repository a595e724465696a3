/** The page on which anyone asks for alerts: a plain form that posts without JavaScript. */
import { Body, Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  renderAlertFeed,
  renderAlertForm,
  renderAlertOutcome,
  textsIn,
  type AlertErrors,
  type AlertValues,
  type Texts,
} from '@atesto/frontend/report';
import { BroadcastReader } from '../../../alerts/index.js';
import { Deployment, InDeployment, presentDeployment } from '../../../deployments/index.js';
import { Anyone, CONFIG, problemOf, type Config } from '../../../platform/index.js';
import { languageOf, PageFrames } from '../page-frame.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { ReportLimit } from '../report-limit.js';
import { readAlertValues } from './read-alert.js';
import { TakeAlertForm } from './take-alert-form.js';

const mostMessages = 20;

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('alerts/:deployment')
export class AlertPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly form: TakeAlertForm,
    private readonly broadcasts: BroadcastReader,
    private readonly limit: ReportLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  show(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): Promise<string> {
    return this.page(deployment, request, readAlertValues({}), {});
  }

  /** 303 to what comes next, which is the same for every address; else the form again, with what was typed. */
  @Post()
  @Anyone()
  async submit(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.frames.of(request, deployment);
    const values = readAlertValues((body ?? {}) as Record<string, unknown>);
    const again = async (status: number, errors: AlertErrors): Promise<void> => {
      const page = await this.page(deployment, request, values, errors);
      await reply.status(status).type('text/html; charset=utf-8').send(page);
    };
    try {
      await this.limit.count(request, 'alert');
      const taken = await this.form.take(deployment, values, language);
      if ('errors' in taken) return await again(422, taken.errors);
      const mark = taken.next.includes('?') ? '&' : '?';
      await reply.redirect(taken.next + languageOf(request).replace('&', mark), 303);
    } catch (error) {
      const { status, retryAfter, errors } = errorsOf(error, values, textsIn(language));
      if (retryAfter !== null) void reply.header('retry-after', retryAfter);
      await again(status, errors);
    }
  }

  @Get('sent')
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  sent(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): string {
    return renderAlertOutcome({ frame: this.frames.ofAlerts(request, deployment), deployment }, 'mail');
  }

  @Get('feed')
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  feed(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): string {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at);
    const address = `${this.config.publicUrl}/api/v1/deployments/${deployment.slug}/alerts.atom${query}`;
    return renderAlertFeed({ frame: this.frames.ofAlerts(request, deployment), deployment }, address);
  }

  private async page(
    deployment: Deployment,
    request: FastifyRequest,
    values: AlertValues,
    errors: AlertErrors,
  ): Promise<string> {
    const messages = await this.broadcasts.ofPublic(deployment);
    return renderAlertForm({
      frame: this.frames.ofAlerts(request, deployment),
      deployment: presentDeployment(deployment),
      values,
      errors,
      ways: await this.form.waysOf(deployment),
      messages: messages.slice(0, mostMessages),
    });
  }
}

/** Why it was not taken, in words. */
function errorsOf(
  error: unknown,
  { way }: AlertValues,
  texts: Texts,
): { status: number; retryAfter: string | null; errors: AlertErrors } {
  const problem = problemOf(error);
  const retryAfter = problem.headers['retry-after'] ?? null;
  const { status } = problem;
  if (status === 429) return { status, retryAfter, errors: { form: texts.report.tooMany(Number(retryAfter ?? 60)) } };
  const isAddress = problem.errors?.some(({ pointer }) => pointer === '/address') === true;
  if (isAddress && way === 'email') return { status, retryAfter, errors: { email: texts.report.badEmail } };
  if (isAddress) return { status, retryAfter, errors: { phone: texts.alerts.phoneBad } };
  return { status: status === 422 ? 422 : 503, retryAfter: retryAfter ?? '5', errors: { form: texts.alerts.failed } };
}
