import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { ReportsModule } from '../reports/index.js';
import { Assign } from './assignments/assign.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { HandOver } from './hand-overs/hand-over.js';
import { HandOversController } from './hand-overs/hand-overs.controller.js';
import { MyWorkController } from './my-work/my-work.controller.js';
import { MyWorkReader } from './my-work/my-work-reader.js';
import { AddNote } from './notes/add-note.js';
import { NotesController } from './notes/notes.controller.js';

@Module({
  imports: [ReportsModule, IncidentsModule],
  controllers: [AssignmentsController, NotesController, MyWorkController, HandOversController],
  providers: [Assign, AddNote, MyWorkReader, HandOver],
  exports: [HandOver],
})
export class TeamworkModule {}
