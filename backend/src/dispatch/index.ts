/** The door of dispatch. */
export { NeedRow, OutcomeQuestionRow, TaskRow } from './dispatch.entities.js';
export { DispatchModule } from './dispatch.module.js';
export { askingMessage } from './outcome.queries.js';
