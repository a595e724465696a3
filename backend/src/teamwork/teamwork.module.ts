import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { ReportsModule } from '../reports/index.js';
import { Assign } from './assignments/assign.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { AddNote } from './notes/add-note.js';
import { NotesController } from './notes/notes.controller.js';

@Module({
  imports: [ReportsModule, IncidentsModule],
  controllers: [AssignmentsController, NotesController],
  providers: [Assign, AddNote],
})
export class TeamworkModule {}
