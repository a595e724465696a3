/** Taking back over HTTP: an action is named by its entry in the journal. */
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UndoneView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, Needs, notFound, type Access } from '../platform/index.js';
import { UndoAction } from './undo-action.js';

@ApiTags('triage')
@Controller('api/v1/deployments/:deployment/actions')
export class UndoController {
  constructor(private readonly undoAction: UndoAction) {}

  @Post(':seq/undo')
  @Needs('reports.triage')
  @HttpCode(200)
  undo(@InDeployment() deployment: Deployment, @Param('seq') seq: string, @By() by: Access): Promise<UndoneView> {
    if (!/^\d{1,18}$/.test(seq)) throw notFound('action');
    return this.undoAction.undo(deployment, seq, by, actorOf(by));
  }
}
