/** The door of the overview. */
export { OverviewModule } from './overview.module.js';
