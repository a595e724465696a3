/** Incidents as files, under addresses that stay: by the ending of the name. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportQuery, type ExportColumnView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { Anyone, By, notFound, validated, type Access } from '../platform/index.js';
import { isFormat } from './formats/formats.js';
import { exportColumns, mayRead } from './rows/columns.js';
import { readColumns } from './rows/read-choice.js';
import { exportAudience } from './export-audience.js';
import { SendExport } from './send-export.js';

@ApiTags('exports')
@Controller('api/v1/deployments/:deployment/exports')
export class ExportsController {
  constructor(private readonly sendExport: SendExport) {}

  @Get('columns')
  @Anyone()
  columns(@By() by: Access): { items: ExportColumnView[] } {
    const audience = exportAudience(by);
    const items = exportColumns.filter((column) => mayRead(column, audience));
    return {
      items: items.map(({ key, property, hxl, meaning, audience: whose, isExtra }) => ({
        key,
        property,
        hxl,
        meaning,
        audience: whose,
        usual: isExtra !== true,
      })),
    };
  }

  @Get('incidents.:format')
  @Anyone()
  async incidents(
    @InDeployment() deployment: Deployment,
    @Param('format') format: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isFormat(format)) throw notFound('export format');
    const { columns, audience: asked, ...filter } = validated(ExportQuery, query);
    const audience = asked === 'public' ? asked : exportAudience(by);
    if (filter.assignee === 'me') filter.assignee = by.userId ?? 'none';
    const order = { deployment, format, filter, audience, by: { userId: by.userId } };
    await this.sendExport.send(
      { ...order, columns: columns === undefined ? null : readColumns(columns) },
      request,
      reply,
    );
  }
}
