/** The door of undo. */
export { UndoModule } from './undo.module.js';
