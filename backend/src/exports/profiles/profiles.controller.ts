/** Export profiles over HTTP, and the files by their addresses. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NewExportProfile, PatchExportProfile, type ExportProfileView } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, By, Needs, notFound, validated, type Access } from '../../platform/index.js';
import { isFormat } from '../formats/formats.js';
import type { ExportOrder, Taker } from '../make-export.js';
import { readFilter } from '../rows/read-filter.js';
import { SendExport } from '../send-export.js';
import { KeepProfiles } from './keep-profiles.js';
import type { ProfileRecord } from './profiles.queries.js';

/** @throws Problem 404 for a format that there is none of */
function orderOf(profile: ProfileRecord, deployment: Deployment, format: string, by: Taker): ExportOrder {
  if (!isFormat(format)) throw notFound('export format');
  const { columns, audience } = profile;
  const filter = readFilter(profile.filter);
  if (filter.assignee === 'me') filter.assignee = profile.created_by;
  return { deployment, format, filter, audience, columns: columns.length === 0 ? null : columns, by };
}

@ApiTags('exports')
@Controller('api/v1')
export class ProfilesController {
  constructor(
    private readonly profiles: KeepProfiles,
    private readonly sendExport: SendExport,
  ) {}

  @Get('deployments/:deployment/exports/profiles')
  @Needs('exports.read')
  async list(@InDeployment() deployment: Deployment): Promise<{ items: ExportProfileView[] }> {
    return { items: await this.profiles.list(deployment) };
  }

  @Post('deployments/:deployment/exports/profiles')
  @Needs('exports.read')
  @HttpCode(201)
  add(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<ExportProfileView> {
    return this.profiles.add(deployment, validated(NewExportProfile, body), by);
  }

  @Patch('deployments/:deployment/exports/profiles/:id')
  @Needs('exports.read')
  change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<ExportProfileView> {
    return this.profiles.change(deployment, id, validated(PatchExportProfile, body), by);
  }

  @Delete('deployments/:deployment/exports/profiles/:id')
  @Needs('exports.read')
  @HttpCode(204)
  remove(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<void> {
    return this.profiles.remove(deployment, id, by);
  }

  @Get('deployments/:deployment/exports/profiles/:id/incidents.:format')
  @Needs('exports.read')
  async file(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('format') format: string,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const profile = await this.profiles.named(deployment, id);
    const taker = { userId: by.userId, means: { profile: id } };
    await this.sendExport.send(orderOf(profile, deployment, format, taker), request, reply);
  }

  /** For dashboards and spreadsheets that cannot sign in. */
  @Get('exports/:token/incidents.:format')
  @Anyone()
  async byToken(
    @Param('token') token: string,
    @Param('format') format: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { profile, deployment } = await this.profiles.byToken(token);
    const taker = { userId: null, means: { profile: profile.id, by: 'address' } };
    await this.sendExport.send(orderOf(profile, deployment, format, taker), request, reply);
  }
}
