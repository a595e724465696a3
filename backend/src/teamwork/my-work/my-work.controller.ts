/** One person's work over HTTP. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeenNotes, type MyWork } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { AddNote } from '../notes/add-note.js';
import { MyWorkReader } from './my-work-reader.js';

@ApiTags('teamwork')
@Controller('api/v1/deployments/:deployment/my-work')
@Needs('reports.read')
export class MyWorkController {
  constructor(
    private readonly reader: MyWorkReader,
    private readonly notes: AddNote,
  ) {}

  @Get()
  show(@InDeployment() deployment: Deployment, @By() by: Access): Promise<MyWork> {
    return this.reader.of(deployment, actorOf(by));
  }

  /** The notes of a report or an incident are before the reader's eyes. */
  @Post('seen')
  @HttpCode(204)
  seen(@InDeployment() { id }: Deployment, @Body() body: unknown, @By() by: Access): Promise<void> {
    return this.notes.seen(id, validated(SeenNotes, body).subject, actorOf(by));
  }
}
