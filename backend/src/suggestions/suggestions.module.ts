/** What words say: suggestions for responders, and the certain places for the channels. */
import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { MapModule } from '../map/index.js';
import { ReportsModule } from '../reports/index.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { FindDuplicates } from './duplicates/find-duplicates.js';
import { FindEvents } from './duplicates/find-events.js';
import { MarksReader } from './duplicates/marks-reader.js';
import { PutWordsAction } from './put-words.js';
import { SuggestForReport } from './suggest-for-report.js';
import { SuggestionsController } from './suggestions.controller.js';
import { WordsReader } from './words-reader.js';

@Module({
  imports: [IncidentsModule, MapModule, ReportsModule],
  controllers: [DuplicatesController, SuggestionsController],
  providers: [FindDuplicates, FindEvents, MarksReader, PutWordsAction, SuggestForReport, WordsReader],
  exports: [WordsReader],
})
export class SuggestionsModule {}
