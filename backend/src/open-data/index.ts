/** The door of the open data. */
export { dcatCatalogue, projectOpenData } from './catalogue-documents.js';
export { columns, type Column } from './columns.js';
export { DumpFolder, dumpFiles, sumsFile, type Dump, type DumpFile } from './dump-folder.js';
export { contactAddress, DataAddresses, forms, licenceAddresses, offerOf } from './offer.js';
export { OpenDataModule } from './open-data.module.js';
export { OpenDataReader, type DataSet } from './open-data-reader.js';
export { schemaDocument } from './schema-documents.js';
export { WriteDumps } from './write-dumps.js';
