/** The door of the web channel. */
export { WebModule } from './web.module.js';
