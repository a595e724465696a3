/** Taking back what was done. */
import { Module } from '@nestjs/common';
import { UndoAction } from './undo-action.js';
import { UndoController } from './undo.controller.js';

@Module({ controllers: [UndoController], providers: [UndoAction] })
export class UndoModule {}
