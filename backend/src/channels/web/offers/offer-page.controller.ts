/** The page on which a citizen offers help: a plain form that posts without JavaScript, and leads on to a word of thanks. */
import { Body, Controller, Get, Header, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import {
  nearOf,
  renderOfferForm,
  renderOfferThanks,
  textsIn,
  type OfferErrors,
  type OfferValues,
  type Texts,
} from '@atesto/frontend/report';
import { Deployment, InDeployment, presentDeployment } from '../../../deployments/index.js';
import { TakeOffers } from '../../../dispatch/index.js';
import { Anyone, By, derivedId, problemOf, refuseInvalid, type Access } from '../../../platform/index.js';
import { languageOf, PageFrames } from '../page-frame.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { refuseStrangers } from '../report-api.controller.js';
import { ReportLimit } from '../report-limit.js';
import { located, offerErrors, offerOfForm, readOfferValues } from './read-offer.js';

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('offer/:deployment')
export class OfferPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly offers: TakeOffers,
    private readonly limit: ReportLimit,
  ) {}

  @Get()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  show(@InDeployment() deployment: Deployment, @Query('sent') sent: unknown, @Req() request: FastifyRequest): string {
    if (sent === undefined) return this.form(deployment, request, readOfferValues({}, uuidv7), {});
    return renderOfferThanks({
      frame: this.frames.of(request, deployment),
      deployment: presentDeployment(deployment),
    });
  }

  /** 303 to the thanks when the offer is durable; else the form again, with what was typed. */
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
    const { language } = this.frames.of(request, deployment);
    const texts = textsIn(language);
    const fields = (body ?? {}) as Record<string, unknown>;
    const values = readOfferValues(fields, uuidv7);
    try {
      refuseStrangers(deployment, by);
      await this.limit.count(request);
      const errors = offerErrors(values, texts);
      if (Object.keys(errors).length > 0) return this.again(reply, deployment, request, values, 422, errors);
      // Named by all that was sent, as reports are: the same again is known.
      const offer = located(offerOfForm(values, derivedId(values)), nearOf(deployment.area), language);
      refuseInvalid(offer);
      await this.offers.take(deployment, offer, by, values.website !== '');
      void reply.redirect(`/offer/${deployment.slug}?sent=1${languageOf(request)}`, 303);
    } catch (error) {
      const { status, retryAfter, errors } = errorsOf(error, texts);
      if (retryAfter !== null) void reply.header('retry-after', retryAfter);
      this.again(reply, deployment, request, values, status, errors);
    }
  }

  private again(
    reply: FastifyReply,
    deployment: Deployment,
    request: FastifyRequest,
    values: OfferValues,
    status: number,
    errors: OfferErrors,
  ): void {
    const page = this.form(deployment, request, values, errors);
    void reply.status(status).type('text/html; charset=utf-8').send(page);
  }

  private form(deployment: Deployment, request: FastifyRequest, values: OfferValues, errors: OfferErrors): string {
    const frame = this.frames.of(request, deployment);
    return renderOfferForm({ frame, deployment: presentDeployment(deployment), values, errors });
  }
}

/** Why it was not taken, in words. */
function errorsOf(error: unknown, texts: Texts): { status: number; retryAfter: string | null; errors: OfferErrors } {
  const problem = problemOf(error);
  const retryAfter = problem.headers['retry-after'] ?? null;
  const { status } = problem;
  if (status === 429) return { status, retryAfter, errors: { form: texts.report.tooMany(Number(retryAfter ?? 60)) } };
  if (problem.kind === 'members-only') return { status, retryAfter, errors: { form: texts.report.membersOnly } };
  if (problem.kind === 'invalid-input') return { status, retryAfter, errors: { email: texts.report.badEmail } };
  return { status: 503, retryAfter: retryAfter ?? '5', errors: { form: texts.offer.unavailable } };
}
