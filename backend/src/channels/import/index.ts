/** The door of the import channel. */
export { type Counts, type ImportEvent } from './import-file.js';
export { ImportModule } from './import.module.js';
export { importType, isTimeZone } from './imports.controller.js';
export { mappedFields } from './mapping.js';
