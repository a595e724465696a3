/** Turns journal entries into what each audience may hear, with the present state of what changed. */
import { Inject, Injectable } from '@nestjs/common';
import type { Audience, Change, JournalKind, Looking, TakenOver } from '@atesto/contract';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import {
  IncidentReader,
  isPublic,
  mayPublicSee,
  presentIncident,
  presentPublicIncident,
  snapToGrid,
  type IncidentRecord,
} from '../incidents/index.js';
import { OverlayCatalogue } from '../overlays/index.js';
import { CLOCK, type Clock, type JournalEntry } from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { layersSaidOf, tellOfOverlays, type LayersNow } from './overlay-changes.js';

export interface Place {
  lat: number;
  lon: number;
}

export interface Told {
  change: Change;
  /** Where it is told: where it is and where it was. None: to everyone who watches the deployment. */
  places: Place[];
}

/** What was known of a subject before these entries. */
interface Former {
  places: Place[];
  /** The earliest `before` of each field. */
  fields: Record<string, unknown>;
}

function formerOf(entries: readonly JournalEntry[]): Map<string, Former> {
  const known = new Map<string, Former>();
  for (const { subjectId, data } of entries) {
    const before = (data['before'] ?? {}) as Record<string, unknown>;
    const former = known.get(subjectId) ?? { places: [], fields: {} };
    const location = before['location'] as Place | null | undefined;
    if (location != null) former.places.push(location);
    known.set(subjectId, { ...former, fields: { ...before, ...former.fields } });
  }
  return known;
}

type Shown = Pick<IncidentRecord, 'category_id' | 'visibility' | 'seconded_by'>;

/** Whether the public had been shown it: of what stayed internal it must not even hear that something happened. */
function wasPublic(incident: Shown, deployment: Deployment, { fields }: Former): boolean {
  const { category, visibility = incident.visibility, seconded = incident.seconded_by !== null } = fields;
  const formerId = typeof category === 'string' ? (deployment.category(category)?.id ?? null) : null;
  const categoryId = category === undefined ? incident.category_id : formerId;
  const isSensitive = deployment.isSensitive(categoryId);
  const facts = {
    visibility: visibility === 'public' ? visibility : 'internal',
    isSensitive,
    isMerged: false,
  } as const;
  return mayPublicSee({ ...facts, isSeconded: seconded === true }, deployment.policy.fourEyes);
}

const goneIncident: Shown = { category_id: null, visibility: 'internal', seconded_by: null };

const subjectOf = (kind: JournalKind): string => kind.slice(0, kind.indexOf('.'));

/** By report: from whom its claim was taken, and what they are told. */
function takeOversIn(entries: readonly JournalEntry[]): Map<string, TakenOver> {
  const found = new Map<string, TakenOver>();
  for (const { kind, subjectId, data } of entries) {
    const from = (data['before'] as { holder?: string } | undefined)?.holder;
    if (kind === 'report.claimed' && from !== undefined) found.set(subjectId, { from, note: String(data['note']) });
  }
  return found;
}

/** How it comes to be held true is the responders' own; the public hears what came of it. */
const isInternal = (kind: JournalKind): boolean => /^incident\.(evidence|need|task|outcome)_/.test(kind);
const secondings: readonly JournalKind[] = ['incident.assigned', 'incident.seconded', 'incident.second_withdrawn'];

const isQuarantining = ({ kind, data }: JournalEntry): boolean =>
  kind === 'report.quarantined' || (kind === 'report.undone' && data['quarantined'] === true);

@Injectable()
export class Changes {
  constructor(
    private readonly catalogue: DeploymentCatalogue,
    private readonly reports: ReportReader,
    private readonly incidents: IncidentReader,
    private readonly overlays: OverlayCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One item a subject and audience: the last thing that happened to it, as it is now. */
  async of(
    deploymentId: string,
    entries: readonly JournalEntry[],
    audiences: readonly Audience[],
  ): Promise<Map<Audience, Told[]>> {
    const deployment = await this.catalogue.withId(deploymentId);
    const told = new Map<Audience, Told[]>(audiences.map((audience) => [audience, []]));
    if (deployment === null) return told;
    // A look at the reporter is also noted under the report's id, and must not hide what happened to the report.
    const shown = entries.filter(({ kind }) => ['report', 'incident'].includes(subjectOf(kind)));
    const former = formerOf(shown);
    const last = new Map(shown.map((entry) => [entry.subjectId, entry]));
    const lastPublic = new Map(shown.filter(({ kind }) => !isInternal(kind)).map((entry) => [entry.subjectId, entry]));
    // Of what waits in quarantine nothing is told but that it was put there, so that it leaves the queue.
    const hidden = new Map(shown.filter(isQuarantining).map((entry) => [entry.subjectId, entry]));
    const takeOvers = takeOversIn(shown);
    const idsOf = (subject: string): string[] =>
      [...last.values()].filter((entry) => subjectOf(entry.kind) === subject).map((entry) => entry.subjectId);
    const responders = told.get('responders');
    if (responders !== undefined) {
      for (const report of await this.reports.withIds(deployment, idsOf('report'))) {
        const entry = report.quarantined ? hidden.get(report.id) : last.get(report.id);
        if (entry === undefined) continue;
        const takenOver = takeOvers.get(report.id);
        const change: Change = { kind: entry.kind, id: report.id, at: entry.at.toISOString(), report };
        if (takenOver !== undefined) change.takenOver = takenOver;
        responders.push({ change, places: placesOf(report.location, former.get(report.id)?.places) });
      }
    }
    for (const incident of await this.incidents.records(deploymentId, idsOf('incident'))) {
      for (const [audience, items] of told) {
        const entry = (audience === 'public' ? lastPublic : last).get(incident.id);
        if (entry === undefined) continue;
        const known = former.get(incident.id) ?? { places: [], fields: {} };
        items.push(...incidentFor(audience, incident, deployment, entry, known));
      }
    }
    for (const entry of last.values()) {
      if (entry.data['gone'] !== true) continue;
      // Opened, and taken back: there is no row any more, but who was shown it must hear so.
      const change: Change = { kind: 'incident.withdrawn', id: entry.subjectId, at: entry.at.toISOString() };
      const known = former.get(entry.subjectId) ?? { places: [], fields: {} };
      for (const [audience, items] of told) {
        const isTold = audience === 'responders' || wasPublic(goneIncident, deployment, known);
        if (isTold) items.push({ change, places: [] });
      }
    }
    tellOfNotes(entries, responders);
    tellOfOffers(entries, responders);
    tellOfOverlays(entries, told, await this.layersNow(deploymentId, entries, audiences));
    this.tellOfDeployment(entries, told);
    const ranks = new Map(entries.map((entry, index) => [entry.subjectId, index]));
    const rankOf = ({ change }: Told): number => ranks.get(change.id) ?? 0;
    for (const items of told.values()) items.sort((one, other) => rankOf(one) - rankOf(other));
    return told;
  }

  private async layersNow(
    deploymentId: string,
    entries: readonly JournalEntry[],
    audiences: readonly Audience[],
  ): Promise<Map<Audience, LayersNow>> {
    const ids = layersSaidOf(entries);
    const now = new Map<Audience, LayersNow>();
    if (ids.size === 0) return now;
    for (const audience of audiences) now.set(audience, await this.overlays.statesIn(deploymentId, audience, ids));
    return now;
  }

  private tellOfDeployment(entries: readonly JournalEntry[], told: Map<Audience, Told[]>): void {
    const changed = entries.find((entry) => entry.kind === 'deployment.changed' || entry.kind === 'categories.changed');
    if (changed === undefined) return;
    const at = this.clock.now().toISOString();
    const change: Change = { kind: 'deployment.changed', id: changed.subjectId, at };
    for (const items of told.values()) items.push({ change, places: [] });
  }
}

/** Among the team only, and without a word of the note. */
function tellOfNotes(entries: readonly JournalEntry[], responders: Told[] | undefined): void {
  for (const { kind, subjectId: id, at, data } of entries) {
    if (kind !== 'note.added' || responders === undefined) continue;
    const { subject: about, mentions } = data as { subject: Looking['kind']; mentions: string[] };
    responders.push({ change: { kind, id, at: at.toISOString(), about, mentions }, places: [] });
  }
}

/** What was done to offers, and what of that was taken back. */
function tellOfOffers(entries: readonly JournalEntry[], responders: Told[] | undefined): void {
  const told = new Map<string, Told>();
  for (const { kind, subjectId: id, at, data } of entries) {
    const isChanged = kind === 'offer.changed' || (kind === 'action.undone' && data['did'] === 'offer.changed');
    if (!isChanged && kind !== 'offer.received') continue;
    const change: Change = { kind: isChanged ? 'offer.changed' : 'offer.received', id, at: at.toISOString() };
    told.set(id, { change, places: [] });
  }
  responders?.push(...told.values());
}

/** Everywhere it is or was; nowhere in particular when it has no place now, so that all hear of it. */
function placesOf(now: Place | null, former: readonly Place[] = []): Place[] {
  return now === null ? [] : [now, ...former];
}

/** What an audience hears of an incident: one item, or nothing. */
function incidentFor(
  audience: Audience,
  incident: IncidentRecord,
  deployment: Deployment,
  entry: JournalEntry,
  former: Former,
): Told[] {
  const { kind } = entry;
  const { id } = incident;
  const at = entry.at.toISOString();
  if (audience === 'responders') {
    const shown = presentIncident(incident, deployment);
    return [{ change: { kind, id, at, incident: shown }, places: placesOf(shown.location, former.places) }];
  }
  if (!isPublic(incident, deployment)) {
    // Whoever was shown it must hear that it is gone, wherever they look.
    const change: Change = { kind: 'incident.withdrawn', id, at };
    return wasPublic(incident, deployment, former) ? [{ change, places: [] }] : [];
  }
  const shown = presentPublicIncident(incident, deployment);
  const publicKind = secondings.includes(kind) ? 'incident.changed' : kind;
  // Former places are blurred too: a small box must not be told what the map would not show.
  const blurred = former.places.map((place) => snapToGrid(place, deployment.policy.publicPrecisionMetres));
  return [{ change: { kind: publicKind, id, at, incident: shown }, places: placesOf(shown.location, blurred) }];
}
