/**
 * What comes after the form: confirming by the link of a mail or the code of a short message, and ending it in one step.
 * Looking at a page changes nothing, since programs look at the links of mails; a press does, and so does the call that
 * mail programs make (RFC 8058).
 */
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  renderAlertCode,
  renderAlertConfirm,
  renderAlertOutcome,
  renderAlertStop,
  type AlertStep,
} from '@atesto/frontend/report';
import { SettleSubscription, wishInWords } from '../../../alerts/index.js';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import { Anyone } from '../../../platform/index.js';
import { PageFrames } from '../page-frame.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { ReportLimit } from '../report-limit.js';

const html = 'text/html; charset=utf-8';

/** Digits of any script that the phone's keyboard may write, with or without spaces. */
const digitsOf = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\D/g, '');

@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller('alerts/:deployment')
@Anyone()
export class AlertStepsController {
  constructor(
    private readonly frames: PageFrames,
    private readonly settle: SettleSubscription,
    private readonly limit: ReportLimit,
  ) {}

  @Get('confirm/:token')
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async showConfirm(
    @InDeployment() deployment: Deployment,
    @Param('token') token: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const step = this.step(deployment, request);
    const wish = await this.settle.wishOf(deployment, 'confirm', token);
    if (wish === null) return renderAlertOutcome(step, 'over');
    if (wish.state === 'confirmed') return renderAlertOutcome(step, 'confirmed');
    return renderAlertConfirm(step, wishInWords(deployment, wish, step.frame.language));
  }

  @Post('confirm/:token')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async confirm(
    @InDeployment() deployment: Deployment,
    @Param('token') token: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.limit.count(request, 'alert');
    const isConfirmed = await this.settle.confirm(deployment, token);
    return renderAlertOutcome(this.step(deployment, request), isConfirmed ? 'confirmed' : 'over');
  }

  @Get('code/:token')
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  showCode(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): string {
    return renderAlertCode(this.step(deployment, request), false);
  }

  @Post('code/:token')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async tryCode(
    @InDeployment() deployment: Deployment,
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.limit.count(request, 'alert');
    const step = this.step(deployment, request);
    const { code } = (body ?? {}) as { code?: unknown };
    const isRight = await this.settle.tryCode(deployment, token, digitsOf(code));
    return isRight ? renderAlertOutcome(step, 'confirmed') : renderAlertCode(step, true);
  }

  @Get('stop/:token')
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async showStop(
    @InDeployment() deployment: Deployment,
    @Param('token') token: string,
    @Query('new') isNew: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const step = this.step(deployment, request);
    const wish = await this.settle.wishOf(deployment, 'stop', token);
    const words = wish === null ? null : wishInWords(deployment, wish, step.frame.language);
    return renderAlertStop(step, words, isNew !== undefined);
  }

  /** Never held up: whoever wants to hear nothing more is heard. */
  @Post('stop/:token')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async stop(
    @InDeployment() deployment: Deployment,
    @Param('token') token: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.settle.stop(deployment, token);
    return renderAlertOutcome(this.step(deployment, request), 'stopped');
  }

  private step(deployment: Deployment, request: FastifyRequest): AlertStep {
    return { frame: this.frames.ofAlerts(request, deployment), deployment };
  }
}
