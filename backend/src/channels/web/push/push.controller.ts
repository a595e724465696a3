/** Web Push over HTTP: the key to subscribe with, and the subscriptions of a report, for who holds its follow address. */
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SubscribeToPush, UnsubscribeFromPush, type PushKeyView } from '@atesto/contract';
import { Anyone, Keys, Problem, validated } from '../../../platform/index.js';
import { FollowedReports } from '../followed-reports.js';
import { ReportLimit } from '../report-limit.js';
import { PushSubscriptions } from './push-subscriptions.js';

@ApiTags('reports')
@Controller('api/v1')
@Anyone()
export class PushController {
  constructor(
    private readonly keys: Keys,
    private readonly followed: FollowedReports,
    private readonly subscriptions: PushSubscriptions,
    private readonly limit: ReportLimit,
  ) {}

  @Get('push-key')
  key(): PushKeyView {
    return { key: this.keys.pushPair().publicKey };
  }

  @Put('follow/:token/push')
  @HttpCode(204)
  async subscribe(@Param('token') token: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    await this.limit.count(request, 'subscription');
    const { deployment, report } = await this.followed.named(token);
    if (deployment.isExercise) {
      throw new Problem(409, 'exercise', 'An exercise', 'In an exercise no messages are sent to phones.');
    }
    await this.subscriptions.subscribe(deployment.id, report.id, validated(SubscribeToPush, body));
  }

  @Delete('follow/:token/push')
  @HttpCode(204)
  async unsubscribe(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.limit.count(request, 'subscription');
    const { deployment, report } = await this.followed.named(token);
    const { endpoint } = validated(UnsubscribeFromPush, body);
    await this.subscriptions.unsubscribe(deployment.id, report.id, endpoint);
  }
}
