/** The board and the report of a shift over HTTP. */
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OverviewQuery, type Overview, type ShiftReport } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { By, Needs, validated, type Access } from '../platform/index.js';
import { OverviewReader } from './overview-reader.js';

@ApiTags('overview')
@Controller('api/v1/deployments/:deployment/overview')
export class OverviewController {
  constructor(private readonly reader: OverviewReader) {}

  @Get()
  @Needs('reports.read')
  @Header('cache-control', 'no-store')
  show(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<Overview> {
    return this.reader.overview(deployment, validated(OverviewQuery, query), by.userId);
  }

  @Get('shift')
  @Needs('reports.read')
  @Header('cache-control', 'no-store')
  shift(
    @InDeployment() deployment: Deployment,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<ShiftReport> {
    return this.reader.shift(deployment, validated(OverviewQuery, query), by.userId);
  }
}
