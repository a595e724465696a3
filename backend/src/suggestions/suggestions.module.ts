/** What words say: suggestions for responders, and the certain places for the channels. */
import { Module } from '@nestjs/common';
import { MapModule } from '../map/index.js';
import { WordsReader } from './words-reader.js';

@Module({
  imports: [MapModule],
  providers: [WordsReader],
  exports: [WordsReader],
})
export class SuggestionsModule {}
