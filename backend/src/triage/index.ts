/** The door of triage. */
export { AskReporter } from './ask-reporter.js';
export { keepAnswers, type LateAnswer } from './keep-answers.js';
export { TriageModule } from './triage.module.js';
