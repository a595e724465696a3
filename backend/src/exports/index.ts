/** The door of the exports. */
export { ExportJobRow, ExportProfileRow } from './exports.entities.js';
export { ExportsModule } from './exports.module.js';
export { atomText, type AtomEntry } from './feeds/atom.js';
export { capAlert } from './feeds/cap-alert.js';
export { MakeExport } from './make-export.js';
export { exerciseMark } from './rows/row-context.js';
export { exportColumns, usualColumns, type ExportColumn } from './rows/columns.js';
