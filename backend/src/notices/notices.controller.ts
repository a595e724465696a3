/** A person's own notices over HTTP: what they were told, what they want to be told of, and where to. */
import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ConfirmNoticePhone,
  NewNoticePhone,
  PageQuery,
  PutNoticePreferences,
  ReadNotices,
  SubscribeToPush,
  UnsubscribeFromPush,
  type NoticeDelivery,
  type NoticePreferencesView,
  type NoticesPage,
  type Page,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import {
  actorOf,
  By,
  CLOCK,
  Database,
  ifMatch,
  Needs,
  readPage,
  validated,
  type Access,
  type Clock,
} from '../platform/index.js';
import { listDeliveries } from './deliveries.queries.js';
import { KeepPreferences } from './keep-preferences.js';
import { presentNotice } from './notices.presenter.js';
import { listNotices, markRead, unreadCount } from './notices.queries.js';

const shown = 50;

@ApiTags('notices')
@Controller('api/v1/deployments/:deployment/notices')
@Needs('reports.read')
export class NoticesController {
  constructor(
    private readonly database: Database,
    private readonly preferences: KeepPreferences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@InDeployment() deployment: Deployment, @By() by: Access): Promise<NoticesPage> {
    const userId = actorOf(by);
    const rows = await listNotices(this.database, deployment.id, userId, shown);
    const unread = await unreadCount(this.database, deployment.id, userId);
    return { items: rows.map((row) => presentNotice(row, deployment)), unread };
  }

  @Post('read')
  @HttpCode(204)
  async read(@InDeployment() { id }: Deployment, @Body() body: unknown, @By() by: Access): Promise<void> {
    await markRead(this.database, id, actorOf(by), validated(ReadNotices, body).upTo, this.clock.now());
  }

  @Get('preferences')
  show(@InDeployment() deployment: Deployment, @By() by: Access): Promise<NoticePreferencesView> {
    return this.preferences.view(deployment, actorOf(by));
  }

  @Put('preferences')
  async put(
    @InDeployment() deployment: Deployment,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<NoticePreferencesView> {
    const input = validated(PutNoticePreferences, body);
    await this.preferences.put(deployment, actorOf(by), ifMatch(version), input);
    return this.preferences.view(deployment, actorOf(by));
  }

  @Post('phone')
  @HttpCode(200)
  async addPhone(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<NoticePreferencesView> {
    await this.preferences.addPhone(deployment, actorOf(by), validated(NewNoticePhone, body).number);
    return this.preferences.view(deployment, actorOf(by));
  }

  @Post('phone/confirm')
  @HttpCode(200)
  async confirmPhone(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<NoticePreferencesView> {
    await this.preferences.confirmPhone(deployment, actorOf(by), validated(ConfirmNoticePhone, body).code);
    return this.preferences.view(deployment, actorOf(by));
  }

  @Delete('phone')
  @HttpCode(204)
  async removePhone(@InDeployment() deployment: Deployment, @By() by: Access): Promise<void> {
    await this.preferences.removePhone(deployment, actorOf(by));
  }

  @Put('push')
  @HttpCode(204)
  async addDevice(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<void> {
    await this.preferences.addDevice(deployment, actorOf(by), validated(SubscribeToPush, body));
  }

  @Delete('push')
  @HttpCode(204)
  async removeDevice(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<void> {
    await this.preferences.removeDevice(deployment, actorOf(by), validated(UnsubscribeFromPush, body).endpoint);
  }

  @Get('deliveries')
  async deliveries(
    @InDeployment() { id: deploymentId }: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Page<NoticeDelivery>> {
    const { rows, next } = await readPage(
      validated(PageQuery, query),
      (slice) => listDeliveries(this.database, deploymentId, actorOf(by), slice),
      ({ at }) => at,
    );
    const items = rows.map(({ at, way, notices, state, detail }) => ({
      at: at.toISOString(),
      way,
      notices,
      state,
      detail,
    }));
    return { items, next };
  }
}
