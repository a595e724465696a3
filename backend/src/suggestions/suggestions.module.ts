/** What words say: suggestions for responders, and the certain places for the channels. */
import { Module } from '@nestjs/common';
import { MapModule } from '../map/index.js';
import { ReportsModule } from '../reports/index.js';
import { PutWordsAction } from './put-words.js';
import { SuggestForReport } from './suggest-for-report.js';
import { SuggestionsController } from './suggestions.controller.js';
import { WordsReader } from './words-reader.js';

@Module({
  imports: [MapModule, ReportsModule],
  controllers: [SuggestionsController],
  providers: [PutWordsAction, SuggestForReport, WordsReader],
  exports: [WordsReader],
})
export class SuggestionsModule {}
