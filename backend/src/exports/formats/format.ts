/** A way to write incidents down: its names, and how pages become bytes. */
import type { Deployment } from '../../deployments/index.js';
import type { ExportPage } from '../rows/export-pages.js';
import type { ChosenColumn } from '../rows/columns.js';
import type { RowContext } from '../rows/row-context.js';

export interface ExportSource {
  deployment: Deployment;
  context: RowContext;
  pages: AsyncIterable<ExportPage>;
  /** For what must lie on the disk before it can leave. */
  folder: string;
  /** When the file was asked for. */
  at: Date;
  /** Whoever reads holds two pieces at most when they ask for the next: the bytes of those before are used again. */
  isReadInTurn: boolean;
}

export interface ExportFormat {
  /** Media type of the file. */
  type: string;
  /** Behind the last dot or dots of its name. */
  ending: string;
  /** The columns of one where nobody chose. */
  columns: (audience: RowContext['audience']) => ChosenColumn[];
  write: (source: ExportSource) => AsyncGenerator<Uint8Array>;
}
