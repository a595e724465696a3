/**
 * Imports a file: row by row into the intake, so that a second run adds nothing; what the file calls verified becomes
 * an incident at once.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Bounds } from '@atesto/contract';
import { DeploymentCatalogue, fitArea, type Deployment } from '../../deployments/index.js';
import { openIncident, recountReports } from '../../incidents/index.js';
import { Intake } from '../../intake/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, type Clock, type Sql } from '../../platform/index.js';
import { reportsById, writeTriage } from '../../reports/index.js';
import { codeIn, ImportCategories } from './import-categories.js';
import { mappingOf, type Mapping } from './mapping.js';
import type { RawRow } from './raw-rows.js';
import { readRow, type ReadOptions, type ReadRow } from './read-row.js';

export interface ImportOptions extends Omit<ReadOptions, 'mapping'> {
  mapping: Mapping;
  /** Languages of the two names of a category, in the order of the file. */
  categoryLanguages: readonly [string, string];
}

export interface Counts {
  imported: number;
  known: number;
  rejected: number;
}

export type ImportEvent =
  | { kind: 'progress'; counts: Counts }
  | { kind: 'rejected'; line: number; reason: string; columns: string[]; cells: string[] }
  /** The deployment covered the whole world; now it covers where its reports are. */
  | { kind: 'area'; area: Bounds }
  | { kind: 'done'; counts: Counts };

interface Numbered {
  raw: RawRow;
  row: ReadRow;
}

const batchSize = 250;
const longestTitle = 200;

@Injectable()
export class ImportFile {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly intake: Intake,
    private readonly catalogue: DeploymentCatalogue,
    private readonly categories: ImportCategories,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Yields as it goes; it is finished only when it yields `done`. */
  async *run(slug: string, rows: AsyncIterable<RawRow>, options: ImportOptions): AsyncGenerator<ImportEvent> {
    const counts: Counts = { imported: 0, known: 0, rejected: 0 };
    const points: { lat: number; lon: number }[] = [];
    let mapping: Mapping | null = null;
    let batch: Numbered[] = [];
    const refuse = (raw: RawRow, reason: string): ImportEvent => {
      counts.rejected++;
      return { kind: 'rejected', line: raw.line, reason, columns: raw.columns, cells: raw.cells };
    };
    for await (const raw of rows) {
      mapping ??= mappingOf(Object.keys(raw.values), options.mapping);
      const outcome = readRow(raw, { ...options, mapping }, this.clock.now());
      if (outcome.kind === 'refused') {
        yield refuse(raw, outcome.reason);
        continue;
      }
      batch.push({ raw, row: outcome.row });
      if (outcome.row.submission.location !== undefined) points.push(outcome.row.submission.location);
      if (batch.length < batchSize) continue;
      for (const raw of await this.write(slug, batch, options, counts)) yield refuse(raw, conflictReason);
      batch = [];
      yield { kind: 'progress', counts: { ...counts } };
    }
    for (const raw of await this.write(slug, batch, options, counts)) yield refuse(raw, conflictReason);
    const area = counts.imported > 0 ? await this.fitArea(slug, points) : null;
    if (area !== null) yield { kind: 'area', area };
    yield { kind: 'done', counts: { ...counts } };
  }

  /** Writes a batch in one transaction and returns the rows whose name is taken by another text. */
  private async write(
    slug: string,
    batch: readonly Numbered[],
    options: ImportOptions,
    counts: Counts,
  ): Promise<RawRow[]> {
    if (batch.length === 0) return [];
    const given = batch.flatMap(({ row }) => row.categories);
    const deployment = await this.categories.ensure(await this.catalogue.named(slug), given, options.categoryLanguages);
    const submissions = batch.map(({ row }) => withCategories(deployment, row));
    // Counted after the commit: a transaction may be begun again.
    const { conflicts, accepted } = await this.database.transaction(async (tx) => {
      const conflicts: RawRow[] = [];
      const outcomes = await this.intake.acceptMany(tx, deployment, submissions);
      for (const [index, { raw, row }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined || outcome === 'conflict') conflicts.push(raw);
        else if (outcome.isNew && row.isVerified) await this.verify(tx, deployment, outcome.id, row);
      }
      return { conflicts, accepted: outcomes.filter((outcome) => outcome !== 'conflict') };
    });
    const added = accepted.filter(({ isNew }) => isNew).length;
    counts.imported += added;
    counts.known += accepted.length - added;
    this.feed.wake();
    return conflicts;
  }

  /** What an earlier system had verified is held to be true here too, on the word of who imports it. */
  private async verify(tx: Sql, deployment: Deployment, reportId: string, row: ReadRow): Promise<void> {
    const { submission } = row;
    const [report] = await reportsById(tx, deployment.id, [reportId]);
    if (report === undefined) return;
    const isPublished = deployment.policy.publishIncidents && !deployment.isSensitive(report.category_id);
    const at = submission.receivedAt ?? this.clock.now();
    const fields = {
      title: row.title.slice(0, longestTitle),
      description: '',
      categoryId: report.category_id,
      severity: report.priority,
      visibility: isPublished ? ('public' as const) : ('internal' as const),
      location: submission.location ?? null,
      place: submission.place ?? null,
    };
    const incidentId = await openIncident(tx, deployment, fields, null, at);
    await writeTriage(tx, deployment.id, reportId, {
      status: 'verified',
      claimedBy: null,
      claimedUntil: null,
      incidentId,
      rejectionReason: null,
      rejectionNote: null,
    });
    await recountReports(tx, deployment.id, incidentId, at);
    const data = { incident: incidentId, status: 'verified', before: { status: 'new' }, imported: true };
    await appendJournal(tx, [
      { deploymentId: deployment.id, kind: 'report.verified', subjectId: reportId, actorId: null, data },
    ]);
  }

  /** A deployment that still covers the whole world is drawn together to where its reports are. */
  private async fitArea(slug: string, points: readonly { lat: number; lon: number }[]): Promise<Bounds | null> {
    const deployment = await this.catalogue.named(slug);
    const area = await this.database.transaction((tx) => fitArea(tx, deployment, points));
    this.catalogue.forget();
    this.feed.wake();
    return area;
  }
}

const conflictReason = 'another text was imported under this number before';

/** The first category is the report's own; all of them are kept among the answers where there are several. */
function withCategories(deployment: Deployment, row: ReadRow): ReadRow['submission'] {
  const codes = row.categories.map((category) => codeIn(deployment, category));
  const answers = codes.length > 1 ? { ...row.submission.answers, categories: codes } : row.submission.answers;
  return { ...row.submission, category: codes[0], answers };
}
