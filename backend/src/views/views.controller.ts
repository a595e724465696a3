/** Saved views over HTTP. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewView, PatchView, type SavedView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { By, Needs, validated, type Access } from '../platform/index.js';
import { KeepViews } from './keep-views.js';

@ApiTags('reports')
@Controller('api/v1/deployments/:deployment/views')
export class ViewsController {
  constructor(private readonly keepViews: KeepViews) {}

  @Get()
  @Needs('reports.read')
  async list(@InDeployment() deployment: Deployment, @By() by: Access): Promise<{ items: SavedView[] }> {
    return { items: await this.keepViews.list(deployment, by) };
  }

  @Post()
  @Needs('reports.triage')
  add(@InDeployment() deployment: Deployment, @Body() body: unknown, @By() by: Access): Promise<SavedView> {
    return this.keepViews.add(deployment, validated(NewView, body), by);
  }

  @Patch(':id')
  @Needs('reports.triage')
  change(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<SavedView> {
    return this.keepViews.change(deployment, id, validated(PatchView, body), by);
  }

  @Delete(':id')
  @Needs('reports.triage')
  @HttpCode(204)
  remove(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @By() by: Access,
  ): Promise<void> {
    return this.keepViews.remove(deployment, id, by);
  }
}
