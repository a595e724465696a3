/** Numbers for coordinators: the board, and the report of a shift. */
import { Module } from '@nestjs/common';
import { TeamworkModule } from '../teamwork/index.js';
import { OverviewController } from './overview.controller.js';
import { OverviewReader } from './overview-reader.js';

@Module({ imports: [TeamworkModule], controllers: [OverviewController], providers: [OverviewReader] })
export class OverviewModule {}
