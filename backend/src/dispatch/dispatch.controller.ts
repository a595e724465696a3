/** Needs and tasks over HTTP. Each call answers with all of it as it is afterwards. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeTaskStatus, NewNeed, NewTask, type DispatchView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../platform/index.js';
import { ChangeNeeds } from './change-needs.js';
import { ChangeTasks } from './change-tasks.js';
import { DispatchReader } from './dispatch-reader.js';

@ApiTags('dispatch')
@Controller('api/v1/deployments/:deployment/incidents/:id')
export class DispatchController {
  constructor(
    private readonly reader: DispatchReader,
    private readonly needs: ChangeNeeds,
    private readonly tasks: ChangeTasks,
  ) {}

  @Get('needs')
  @Needs('incidents.read')
  show(@InDeployment() deployment: Deployment, @Param('id', ParseUUIDPipe) id: string): Promise<DispatchView> {
    return this.reader.of(deployment.id, id);
  }

  @Post('needs')
  @Needs('reports.triage')
  @HttpCode(201)
  async addNeed(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<DispatchView> {
    await this.needs.add(deployment, id.toLowerCase(), validated(NewNeed, body), actorOf(by));
    return this.reader.of(deployment.id, id);
  }

  @Delete('needs/:need')
  @Needs('reports.triage')
  @HttpCode(200)
  async withdrawNeed(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('need', ParseUUIDPipe) need: string,
    @By() by: Access,
  ): Promise<DispatchView> {
    await this.needs.withdraw(deployment, id.toLowerCase(), need.toLowerCase(), actorOf(by));
    return this.reader.of(deployment.id, id);
  }

  @Post('tasks')
  @Needs('reports.triage')
  @HttpCode(201)
  async addTask(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<DispatchView> {
    await this.tasks.add(deployment, id.toLowerCase(), validated(NewTask, body), actorOf(by));
    return this.reader.of(deployment.id, id);
  }

  @Post('tasks/:task/status')
  @Needs('reports.triage')
  @HttpCode(200)
  async moveTask(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('task', ParseUUIDPipe) task: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<DispatchView> {
    const input = validated(ChangeTaskStatus, body);
    await this.tasks.move(deployment, id.toLowerCase(), task.toLowerCase(), input, actorOf(by));
    return this.reader.of(deployment.id, id);
  }
}
