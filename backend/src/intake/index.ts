/** The door of the intake. */
export { Intake, type Accepted } from './intake.js';
export { membersOnly } from './intake.problems.js';
export { IntakeModule } from './intake.module.js';
export { type Submission } from './submission.js';
export { GroupCommit } from './group-commit.js';
export { addressName, addressOf } from './incoming.js';
export { storable, type Reporter } from './submission.js';
