/** The door of the exports. */
export { ExportsModule } from './exports.module.js';
