/** The door of the ready answers. */
export { AnswersModule } from './answers.module.js';
export { ReadyAnswersRow } from './ready-answers.entity.js';
