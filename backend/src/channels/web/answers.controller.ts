/** Answers as the phone's outbox sends them. */
import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SendAnswer } from '@atesto/contract';
import { Anyone, invalidInput, validated } from '../../platform/index.js';
import { AskReporter } from '../../triage/index.js';
import { FollowedReports } from './followed-reports.js';
import { ReportLimit } from './report-limit.js';

@ApiTags('follow')
@Controller('api/v1/follow/:token/answers')
export class AnswersController {
  constructor(
    private readonly followedReports: FollowedReports,
    private readonly askReporter: AskReporter,
    private readonly limit: ReportLimit,
  ) {}

  /** 201 once durable; the same id again is the same answer. */
  @Post()
  @Anyone()
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const { deployment, report } = await this.followedReports.named(token);
    const { id, text } = validated(SendAnswer, body);
    const words = text.replaceAll('\0', '').trim().toWellFormed();
    if (words === '') throw invalidInput([{ pointer: '/text', detail: 'must not be empty' }]);
    await this.limit.count(request, 'answer');
    await this.askReporter.answer(deployment, report.id, id, words);
    return { id };
  }
}
