/** The door of the platform. */
export {
  ACCESS_RULE,
  actorOf,
  AdminOnly,
  Anyone,
  By,
  Needs,
  nobody,
  SignedIn,
  type Access,
  type AccessedRequest,
  type AccessRule,
} from './access.js';
export { sayActions } from './action-note.js';
export { systemClock, type Clock } from './clock.js';
export { byteRangeOf } from './byte-range.js';
export { CopyPage, messageHead } from './copy-messages.js';
export { ConfigFaults, readConfig, type Config } from './config.js';
export { Database, type LongReads, type Sql } from './database.js';
export { lockFolder } from './embedded/folder-lock.js';
export { isDatabaseAway } from './database-fault.js';
export { openDatabase } from './open-database.js';
export { JournalFeed } from './journal-feed.js';
export {
  appendJournal,
  beginning,
  isCursor,
  journalPosition,
  readHistory,
  reportsInOneGo,
  readJournal,
  settleRestoredJournal,
  type Cursor,
  type JournalEntry,
  type NewEntry,
} from './journal.js';
export { Jobs } from './jobs.js';
export { isLoopback, networksOf } from './network-address.js';
export { OperatorToken, readOperatorNote, type OperatorNote } from './operator-token.js';
export { Keys, loadKeys } from './keys.js';
export { createLog, NestLog, type Log } from './log.js';
export * from './problem.js';
export { problemOf, ProblemFilter } from './problem-filter.js';
export { PlatformModule, type PlatformParts } from './platform.module.js';
export { CLOCK, CONFIG, LOG } from './tokens.js';
export { refuseInvalid, validated } from './validated.js';
export { xmlText } from './xml-text.js';
export { bucketSql, bucketsOf, histogramOf, usualBuckets, type BucketRow, type Buckets } from './histogram.js';
export { hasAlready } from './has-already.js';
export { ifMatch } from './if-match.js';
export { InFlight } from './in-flight.js';
export { insideBbox, parseBbox } from './bbox.js';
export { edgesMeet, insideArea, parseArea, type Ring } from './area.js';
export { Conditions } from './conditions.js';
export { byId, pageOf, readKeyset, readPage, whole, type Keyset, type Slice } from './keyset.js';
export { readHistoryPage } from './history-page.js';
export { foldWords } from './search/fold-words.js';
export { SearchKeeper } from './search/search-keeper.js';
export { idOfSearch, incidentNumberOf, searchDocument, searchQuery } from './search/search-words.js';
export { writeDocuments, type SearchDocument } from './search/search.queries.js';
export { qrPath, qrSvg, type QrPath } from './qr-path.js';
export { groupBy } from './group-by.js';
export { JournalReaderRow, JournalRow, RowImageRow, SearchDocumentRow } from './platform.entities.js';
export { Metrics, serveMetrics } from './metrics.js';
export { derivedId } from './derived-id.js';
export { isThere, onceId } from './once.js';
export {
  deleteRow,
  geometryColumns,
  imagesOfTransaction,
  insertRow,
  lockRow,
  settleRestoredImages,
  writeRow,
  type RowImage,
  type RowValues,
} from './row-images.queries.js';
export { openToUndo, undoable } from './undoable.js';
export { StoredReader } from './stored-reader.js';
