/**
 * Makes a file of incidents, as a stream in flat memory. Who took what, and how many, is journalled, also of one that broke
 * off. One that breaks on the way breaks for its reader too, so that a short file never looks whole.
 */
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Audience, ExportFormatName, IncidentFilter } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, CLOCK, CONFIG, Database, type Clock, type Config } from '../platform/index.js';
import { formats } from './formats/formats.js';
import type { ColumnChoice } from './rows/columns.js';
import { columnsFor } from './rows/read-choice.js';
import { elementColumns } from './rows/incident-of.js';
import { ExportPages, type ExportPage } from './rows/export-pages.js';
import { exerciseMark, rowContext } from './rows/row-context.js';

export interface ExportOrder {
  deployment: Deployment;
  format: ExportFormatName;
  filter: IncidentFilter;
  audience: Audience;
  /** Null: the usual ones of the format. */
  columns: readonly ColumnChoice[] | null;
  by: Taker;
  /** See `ExportSource`. */
  isReadInTurn?: boolean;
}

export interface Taker {
  userId: string | null;
  /** What it was taken by, where it was not by hand: a key, a profile, a job. */
  means?: Record<string, string>;
}

export interface OpenExport {
  type: string;
  fileName: string;
  bytes: AsyncGenerator<Uint8Array>;
}

export interface ExportProgress {
  rows: number;
}

@Injectable()
export class MakeExport {
  constructor(
    private readonly pages: ExportPages,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'dataDir'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `progress` counts while it is read; `signal` ends it. @throws Problem 422 for columns that there are none of */
  open(order: ExportOrder, progress: ExportProgress = { rows: 0 }, signal?: AbortSignal): OpenExport {
    const { deployment, format: name, audience } = order;
    const format = formats[name];
    const columns = order.columns === null ? format.columns(audience) : columnsFor(order.columns, audience);
    const context = rowContext(deployment, audience, columns, this.config.publicUrl, elementColumns);
    const read = this.pages.read(deployment, order.filter, audience, context.fields);
    const pages = counted(read, progress, signal);
    const folder = join(this.config.dataDir, 'exports');
    const isReadInTurn = order.isReadInTurn === true;
    const source = { deployment, context, pages, folder, at: this.clock.now(), isReadInTurn };
    return {
      type: format.type,
      fileName: fileName(deployment, format.ending),
      bytes: this.journalled(format.write(source), order, progress),
    };
  }

  private async *journalled(
    bytes: AsyncGenerator<Uint8Array>,
    { deployment, format, audience, filter, by }: ExportOrder,
    progress: ExportProgress,
  ): AsyncGenerator<Uint8Array> {
    let isWhole = false;
    try {
      yield* bytes;
      isWhole = true;
    } finally {
      // What everybody may fetch is no entry each: anybody could fill the journal, with words of their own.
      if (by.userId !== null || by.means !== undefined) {
        const entry = { deploymentId: deployment.id, subjectId: deployment.id, actorId: by.userId };
        const broken = isWhole ? {} : { broken: true };
        const data = { format, audience, filter: { ...filter }, rows: progress.rows, ...by.means, ...broken };
        await appendJournal(this.database, [{ ...entry, kind: 'export.taken', data }]);
      }
    }
  }
}

/** Nobody goes on making what nobody takes any more. */
async function* counted(
  pages: AsyncGenerator<ExportPage>,
  progress: ExportProgress,
  signal?: AbortSignal,
): AsyncGenerator<ExportPage> {
  for await (const page of pages) {
    signal?.throwIfAborted();
    progress.rows += page.count;
    yield page;
  }
}

/** An exercise says so in the name as well: files are passed on without what stood around them. */
export function fileName({ slug, isExercise }: Deployment, ending: string): string {
  return `${isExercise ? `${exerciseMark}-` : ''}${slug}-incidents.${ending}`;
}
