/** Gateways over HTTP, for coordinators. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  GatewayLogQuery,
  NewGateway,
  PatchGateway,
  type GatewayKindView,
  type GatewayLogEntry,
  type GatewayView,
  type Page,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { GatewayAdapters } from './adapter.js';
import { GatewayReader } from './gateway-reader.js';
import { KeepGateway } from './keep-gateway.js';

@ApiTags('gateways')
@Controller('api/v1/deployments/:deployment')
@Needs('deployment.edit')
export class GatewaysController {
  constructor(
    private readonly reader: GatewayReader,
    private readonly keepGateway: KeepGateway,
    private readonly adapters: GatewayAdapters,
  ) {}

  @Get('gateway-kinds')
  kinds(): { items: GatewayKindView[] } {
    return { items: this.adapters.kinds() };
  }

  @Get('gateways')
  async list(@InDeployment() deployment: Deployment): Promise<{ items: GatewayView[] }> {
    return { items: await this.reader.list(deployment) };
  }

  @Post('gateways')
  @HttpCode(201)
  async create(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<GatewayView> {
    const id = await this.keepGateway.create(deployment, validated(NewGateway, body), actorOf(by));
    return this.reader.one(deployment, id);
  }

  @Patch('gateways/:id')
  async change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<GatewayView> {
    await this.keepGateway.change(deployment, id, ifMatch(version), validated(PatchGateway, body), actorOf(by));
    return this.reader.one(deployment, id);
  }

  @Delete('gateways/:id')
  @HttpCode(204)
  async remove(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<void> {
    await this.keepGateway.remove(deployment, id, actorOf(by));
  }

  @Get('gateways/:id/log')
  log(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: unknown,
  ): Promise<Page<GatewayLogEntry>> {
    const { limit, cursor } = validated(GatewayLogQuery, query);
    return this.reader.log(deployment, id, cursor ?? null, limit ?? 50);
  }
}
