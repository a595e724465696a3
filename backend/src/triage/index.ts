/** The door of triage. */
export { AskReporter } from './ask-reporter.js';
export { TriageModule } from './triage.module.js';
