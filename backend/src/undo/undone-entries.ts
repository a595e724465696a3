/** What the journal says of a taking back: one entry for everything whose state went back, so that every reader hears of it. */
import type { JournalKind, UndoneView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { incidentsById } from '../incidents/index.js';
import type { NewEntry, Sql } from '../platform/index.js';
import { presentLocation, reportsById } from '../reports/index.js';
import type { NetImage } from './net-images.js';
import type { RowPlan } from './plan-row.js';
import type { ActionRow } from './undo.queries.js';

type Subject = UndoneView['subjects'][number];
type Former = Map<string, Record<string, unknown>>;

const kindOfTable: Record<string, Subject['kind']> = { reports: 'report', incidents: 'incident' };

const idsIn = (images: readonly NetImage[], table: string): string[] =>
  images.filter((image) => image.table === table).map(({ key }) => String(key['id']));

/** How they stand before they go back, in the words of the API: who was shown them there must be told. */
export async function formerStates(tx: Sql, deployment: Deployment, images: readonly NetImage[]): Promise<Former> {
  const former: Former = new Map();
  for (const row of await reportsById(tx, deployment.id, idsIn(images, 'reports'))) {
    const location = presentLocation(row.lat, row.lon, row.accuracy_metres);
    former.set(row.id, { status: row.status, location, incident: row.incident_id });
  }
  for (const row of await incidentsById(tx, deployment.id, idsIn(images, 'incidents'))) {
    const location = presentLocation(row.lat, row.lon, row.accuracy_metres);
    const { status, visibility, seconded_by: second } = row;
    const category = deployment.codeOf(row.category_id);
    former.set(row.id, { status, visibility, seconded: second !== null, location, category });
  }
  return former;
}

/** Of a layer over the map: which one, and whether the public was shown it, since it must not hear of the others. */
function layerIn({ overlay, visibility, before }: Record<string, unknown>): Record<string, unknown> {
  const former = (before as { visibility?: unknown } | undefined)?.visibility;
  if (typeof visibility !== 'string') return {};
  const wasPublic = visibility === 'public' || former === 'public';
  return { visibility: wasPublic ? 'public' : visibility, ...(typeof overlay === 'string' && { overlay }) };
}

interface Written {
  entries: NewEntry[];
  subjects: Subject[];
}

export function undoneEntries(
  deploymentId: string,
  actorId: string,
  action: readonly ActionRow[],
  planned: readonly { image: NetImage; plan: RowPlan }[],
  former: Former,
): Written {
  const main = action.at(-1);
  const told = new Map<string, { kind: JournalKind; subject: Subject | null; data: Record<string, unknown> }>();
  const say = (id: string, subject: Subject | null, extra: Record<string, unknown>): void => {
    const of = action.findLast((entry) => entry.subject_id === id) ?? main;
    // A taking back that is taken back does again what was done first.
    const did = typeof of?.data['did'] === 'string' ? of.data['did'] : of?.kind;
    const again = of?.data['did'] !== undefined && of.data['again'] !== true;
    const kind: JournalKind = subject === null ? 'action.undone' : `${subject.kind}.undone`;
    const layer = subject === null ? layerIn(of?.data ?? {}) : {};
    told.set(id, { kind, subject, data: { of: of?.seq, did, again, ...layer, ...extra } });
  };
  for (const { image, plan } of planned) {
    const kind = kindOfTable[image.table];
    if (kind === undefined) continue;
    const id = String(image.key['id']);
    const gone = plan.do === 'delete';
    const quarantined = image.before?.['quarantined'];
    const extra = { before: former.get(id) ?? {}, ...(gone && { gone }), ...(quarantined === true && { quarantined }) };
    say(id, { kind, id, gone }, extra);
  }
  for (const { subject_id: id, kind } of action) {
    if (told.has(id)) continue;
    const prefix = kind.slice(0, kind.indexOf('.'));
    const subject = prefix === 'report' || prefix === 'incident' ? ({ kind: prefix, id, gone: false } as const) : null;
    say(id, subject, {});
  }
  return {
    entries: [...told].map(([subjectId, { kind, data }]) => ({ deploymentId, kind, subjectId, actorId, data })),
    subjects: [...told.values()].flatMap(({ subject }) => subject ?? []),
  };
}
