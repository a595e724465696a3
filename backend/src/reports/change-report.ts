/** Puts right what a report says about category, priority and place; its own text is never edited. */
import { Injectable } from '@nestjs/common';
import type { PatchReport } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, Database, invalidInput, JournalFeed, notFound, staleVersion } from '../platform/index.js';
import { presentLocation } from './reports.presenter.js';
import { lockReport, writeEdits, type EditableFields } from './reports.queries.js';

/** The category's id, null where it is cleared. @throws Problem 422 for a code that the deployment does not have */
export function categoryIdOf(deployment: Deployment, code: string | null): string | null {
  if (code === null) return null;
  const category = deployment.category(code);
  if (category === null) throw invalidInput([{ pointer: '/category', detail: `there is no category "${code}" here` }]);
  return category.id;
}

@Injectable()
export class ChangeReport {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** @throws Problem 404, 412 when it changed since `version`, 422 for an unknown category */
  async change(
    deployment: Deployment,
    id: string,
    version: number,
    patch: PatchReport,
    actorId: string,
  ): Promise<void> {
    const deploymentId = deployment.id;
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deploymentId, id);
      if (report === null) throw notFound('report');
      if (report.version !== version) throw staleVersion(report.version);
      const location = presentLocation(report.lat, report.lon, report.accuracy_metres);
      const fields: EditableFields = {
        categoryId: patch.category === undefined ? report.category_id : categoryIdOf(deployment, patch.category),
        priority: patch.priority ?? report.priority,
        location: patch.location === undefined ? location : patch.location,
        place: patch.place === undefined ? report.place : patch.place,
      };
      await writeEdits(tx, deploymentId, id, fields);
      const category = deployment.codeOf(report.category_id);
      const before = Object.fromEntries(
        Object.entries({ category, priority: report.priority, location, place: report.place }).filter(
          ([field]) => patch[field as keyof PatchReport] !== undefined,
        ),
      );
      const data = { ...patch, before };
      await appendJournal(tx, [{ deploymentId, kind: 'report.changed', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
  }
}
