/** The citizen's page: a plain form that posts without JavaScript, and leads on to the secret follow page. */
import { Body, Controller, Get, Header, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import {
  nearOf,
  renderReportForm,
  reportOfForm,
  textsIn,
  type FormField,
  type FormValues,
  type ReportFormProps,
} from '@atesto/frontend/report';
import { Deployment, InDeployment, presentDeployment } from '../../deployments/index.js';
import { Intake } from '../../intake/index.js';
import { Anyone, By, derivedId, Keys, Problem, problemOf, type Access } from '../../platform/index.js';
import { Media, type KeptMedium } from '../../reports/index.js';
import { FormTime } from './form-time.js';
import { mustWait } from './must-wait.js';
import { languageOf, PageFrames } from './page-frame.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { formErrors, readFormValues } from './read-form.js';
import { readMultipart } from './read-multipart.js';
import { readSubmission } from './read-submission.js';
import { refuseStrangers } from './report-api.controller.js';
import { ReportLimit } from './report-limit.js';

type FormErrors = ReportFormProps['errors'];

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('report/:deployment')
export class ReportPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly intake: Intake,
    private readonly media: Media,
    private readonly keys: Keys,
    private readonly limit: ReportLimit,
    private readonly formTime: FormTime,
  ) {}

  @Get()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  show(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): string {
    return this.form(deployment, request, readFormValues({}, uuidv7), {}, undefined);
  }

  /** 303 to the follow page when the report is durable; else the form again, with what was typed. */
  @Post()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  async submit(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const texts = textsIn(this.frames.of(request, deployment).language).report;
    // Counted before the body is read, answered after it: what was typed is shown again.
    const refusal = await this.refusal(deployment, by, request);
    const { fields, uploads, fault } = await this.read(request, body);
    const values = readFormValues(fields, uuidv7);
    const errors = fault === null ? formErrors(values, uploads.length > 0, texts) : { media: texts.tooLarge };
    if (Object.keys(errors).length > 0)
      return this.again(reply, deployment, request, values, 422, errors, fields['opened']);
    try {
      if (refusal !== null) throw refusal;
      const signs = { isTrapped: values.website !== '', formSeconds: this.formTime.secondsSince(fields['opened']) };
      const id = await this.accept(deployment, values, uploads, request, mustWait(deployment.policy, by, signs));
      const token = this.keys.followSecret(deployment.id, id);
      void reply.redirect(`/follow/${token}?sent=1${languageOf(request)}`, 303);
    } catch (error) {
      const { status, retryAfter, errors: shown } = errorsOf(error, texts);
      if (retryAfter !== null) void reply.header('retry-after', retryAfter);
      this.again(reply, deployment, request, values, status, shown, fields['opened']);
    }
  }

  private async refusal(deployment: Deployment, by: Access, request: FastifyRequest): Promise<Problem | null> {
    try {
      refuseStrangers(deployment, by);
      await this.limit.count(request);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  private async read(
    request: FastifyRequest,
    body: unknown,
  ): Promise<{ fields: Record<string, unknown>; uploads: Buffer[]; fault: Problem | null }> {
    if (!request.isMultipart()) return { fields: (body ?? {}) as Record<string, unknown>, uploads: [], fault: null };
    const fields: Record<string, string> = {};
    try {
      const { uploads } = await readMultipart(request, fields);
      return { fields, uploads, fault: null };
    } catch (error) {
      const fault = problemOf(error);
      if (fault.status !== 413) throw error;
      // The words come before the photos in the form, so they have been read.
      return { fields, uploads: [], fault };
    }
  }

  private async accept(
    deployment: Deployment,
    values: FormValues,
    uploads: Buffer[],
    request: FastifyRequest,
    quarantined: boolean,
  ): Promise<string> {
    const media: KeptMedium[] = [];
    for (const upload of uploads) media.push(await this.media.keep(upload));
    const { language } = this.frames.of(request, deployment);
    // Named by all that was sent: the same again is known; what was changed after going back in the browser, be it only
    // the place or a photo, is a report of its own.
    const id = derivedId(
      values,
      media.map(({ digest }) => digest),
    );
    const report = reportOfForm({ ...values, id }, language);
    const submission = readSubmission(report, { near: nearOf(deployment.area), media, makeId: uuidv7 });
    return (await this.intake.accept(deployment, { ...submission, quarantined })).id;
  }

  private again(
    reply: FastifyReply,
    deployment: Deployment,
    request: FastifyRequest,
    values: FormValues,
    status: number,
    errors: FormErrors,
    opened: unknown,
  ): void {
    const page = this.form(deployment, request, values, errors, opened);
    void reply.status(status).type('text/html; charset=utf-8').send(page);
  }

  private form(
    deployment: Deployment,
    request: FastifyRequest,
    values: FormValues,
    errors: FormErrors,
    opened: unknown,
  ): string {
    const frame = this.frames.of(request, deployment);
    const openedStamp = this.formTime.stamp(opened);
    return renderReportForm({ frame, deployment: presentDeployment(deployment), values, errors, openedStamp });
  }
}

/** Why it was not taken, in words beside the field it is about. */
function errorsOf(
  error: unknown,
  texts: ReturnType<typeof textsIn>['report'],
): { status: number; retryAfter: string | null; errors: Partial<Record<FormField, string>> } {
  const problem = problemOf(error);
  const retryAfter = problem.headers['retry-after'] ?? null;
  const { status } = problem;
  if (status === 415) return { status: 422, retryAfter, errors: { media: texts.badPhoto } };
  if (status === 429) return { status, retryAfter, errors: { form: texts.tooMany(Number(retryAfter ?? 60)) } };
  if (problem.kind === 'members-only') return { status, retryAfter, errors: { form: texts.membersOnly } };
  if (problem.kind === 'invalid-input') return { status, retryAfter, errors: fieldErrorsOf(problem, texts) };
  return { status: 503, retryAfter: retryAfter ?? '5', errors: { form: texts.unavailable } };
}

function fieldErrorsOf(problem: Problem, texts: ReturnType<typeof textsIn>['report']): FormErrors {
  const isEmail = problem.errors?.some(({ pointer }) => pointer === '/reporter/email') === true;
  return isEmail ? { email: texts.badEmail } : { text: texts.empty };
}
