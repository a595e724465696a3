/** Ready answers: what responders say often. */
import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller.js';
import { ReadyAnswers } from './ready-answers.js';

@Module({ controllers: [AnswersController], providers: [ReadyAnswers] })
export class AnswersModule {}
