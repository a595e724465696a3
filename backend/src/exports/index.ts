/** The door of the exports. */
export { ExportJobRow, ExportProfileRow } from './exports.entities.js';
export { csvColumns, csvRow } from './csv.js';
export { featureOf, geojsonEnd, geojsonStart } from './geojson.js';
export { ExportsModule } from './exports.module.js';
export { capAlert } from './feeds/cap-alert.js';
export { MakeExport } from './make-export.js';
export { exportColumns } from './rows/columns.js';
