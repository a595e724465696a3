/** Assignment over HTTP. `null` gives it back to everyone. */
import { Body, Controller, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Assign as AssignInput, type IncidentDetail, type ReportDetail } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { IncidentReader } from '../../incidents/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { ReportReader } from '../../reports/index.js';
import { Assign } from './assign.js';

const read = (body: unknown): AssignInput | null => (body == null ? null : validated(AssignInput, body));

@ApiTags('teamwork')
@Controller('api/v1/deployments/:deployment')
@Needs('reports.triage')
export class AssignmentsController {
  constructor(
    private readonly assign: Assign,
    private readonly reports: ReportReader,
    private readonly incidents: IncidentReader,
  ) {}

  @Put('reports/:id/assignee')
  async report(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDetail> {
    await this.assign.assign(deployment.id, { kind: 'report', id: id.toLowerCase() }, read(body), actorOf(by));
    const report = await this.reports.detail(deployment, id);
    void reply.header('etag', `"${report.version}"`);
    return report;
  }

  @Put('incidents/:id/assignee')
  async incident(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetail> {
    await this.assign.assign(deployment.id, { kind: 'incident', id: id.toLowerCase() }, read(body), actorOf(by));
    const incident = await this.incidents.detail(deployment, id, by.permissions.has('reports.read'));
    void reply.header('etag', `"${incident.version}"`);
    return incident;
  }
}
