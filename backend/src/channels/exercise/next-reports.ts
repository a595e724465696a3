/**
 * What a replay tells next: from the made-up storm, or from the reports of another deployment, masked and without the
 * sensitive ones.
 */
import { loadDeployment, type Deployment } from '../../deployments/index.js';
import { maskedWords } from '../../gateways/index.js';
import type { Submission } from '../../intake/index.js';
import { derivedId, type Sql } from '../../platform/index.js';
import { madeUpCount, madeUpHours, madeUpMoment, madeUpReport } from './made-up-reports.js';
import type { ReplayRow } from './replay.entity.js';
import { sourcePage, type SourceReport } from './replays.queries.js';

export interface NextReport {
  /** Where it stands in the source. */
  at: Date;
  id: string;
  submission: Submission;
}

const madeUpMs = madeUpHours * 3_600_000;

function madeUp(replay: ReplayRow, { area }: Deployment, until: Date, limit: number): NextReport[] {
  const found: NextReport[] = [];
  for (let index = replay.done; index < madeUpCount && found.length < limit; index++) {
    const at = new Date(replay.from_at.getTime() + madeUpMoment(index) * madeUpMs);
    if (at > until) break;
    const id = derivedId(replay.id, index);
    const report = madeUpReport(replay.id, index, area);
    found.push({ at, id, submission: { ...report, channel: 'web', externalId: id, reportId: id, language: 'en' } });
  }
  return found;
}

/** Numbers and addresses in the words may be somebody's. */
export function retold(replay: Pick<ReplayRow, 'id'>, report: SourceReport, now: Date): Submission {
  const { lat, lon, accuracy_metres: accuracy, observed_at: seen } = report;
  const id = derivedId(replay.id, report.id);
  return {
    // As through the form: a made-up sender of a real channel could be answered.
    channel: 'web',
    externalId: id,
    reportId: id,
    text: maskedWords(report.text),
    category: report.category ?? undefined,
    place: report.place === null ? undefined : maskedWords(report.place),
    language: report.language ?? undefined,
    location: lat === null || lon === null ? undefined : { lat, lon, ...(accuracy !== null && { accuracy }) },
    observedAt: seen === null ? undefined : new Date(now.getTime() - (report.received_at.getTime() - seen.getTime())),
  };
}

export async function nextReports(
  tx: Sql,
  replay: ReplayRow,
  deployment: Deployment,
  { until, now, limit }: { until: Date; now: Date; limit: number },
): Promise<NextReport[]> {
  if (replay.source_id === null) return madeUp(replay, deployment, until, limit);
  const source = await loadDeployment(tx, 'id', replay.source_id);
  if (source === null) return [];
  const after = { at: replay.last_at, id: replay.last_id };
  const rows = await sourcePage(tx, source, after, until, limit);
  return rows.map((row) => ({ at: row.received_at, id: row.id, submission: retold(replay, row, now) }));
}
