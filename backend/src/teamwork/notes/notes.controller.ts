/** Notes over HTTP, for the team only. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddNote as AddNoteInput, PageQuery, type Looking, type NotesView } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { AddNote } from './add-note.js';

const report = (id: string): Looking => ({ kind: 'report', id: id.toLowerCase() });
const incident = (id: string): Looking => ({ kind: 'incident', id: id.toLowerCase() });

@ApiTags('teamwork')
@Controller('api/v1/deployments/:deployment')
export class NotesController {
  constructor(private readonly notes: AddNote) {}

  @Get('reports/:id/notes')
  @Needs('reports.read')
  ofReport(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<NotesView> {
    return this.notes.list(deploymentId, report(id), by.userId, validated(PageQuery, query));
  }

  @Post('reports/:id/notes')
  @Needs('reports.triage')
  @HttpCode(201)
  addToReport(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<NotesView> {
    return this.add(deploymentId, report(id), body, by);
  }

  @Get('incidents/:id/notes')
  @Needs('reports.read')
  ofIncident(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<NotesView> {
    return this.notes.list(deploymentId, incident(id), by.userId, validated(PageQuery, query));
  }

  @Post('incidents/:id/notes')
  @Needs('reports.triage')
  @HttpCode(201)
  addToIncident(
    @InDeployment() { id: deploymentId }: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<NotesView> {
    return this.add(deploymentId, incident(id), body, by);
  }

  private async add(deploymentId: string, subject: Looking, body: unknown, by: Access): Promise<NotesView> {
    await this.notes.add(deploymentId, subject, validated(AddNoteInput, body), actorOf(by));
    return this.notes.list(deploymentId, subject, by.userId, {});
  }
}
