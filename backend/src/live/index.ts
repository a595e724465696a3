/** The door of the live feed. */
export { LiveModule } from './live.module.js';
