import { describe, expect, it } from '@jest/globals';
import type { Audience, JournalKind, ReportView } from '@atesto/contract';
import { idOf, moment, sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import type { DeploymentCatalogue } from '../deployments/index.js';
import type { IncidentReader, IncidentRecord } from '../incidents/index.js';
import type { OverlayCatalogue } from '../overlays/index.js';
import type { JournalEntry } from '../platform/index.js';
import type { ReportReader } from '../reports/index.js';
import { Changes, type Told } from './changes.js';

const deployment = sampleDeployment();

/** Readers that know these, and answer in an order of their own. */
function changesOver(reportIds: string[], incidents: IncidentRecord[] = []): Changes {
  const reports = {
    withIds: (_: unknown, ids: string[]) =>
      Promise.resolve(
        reportIds
          .filter((id) => ids.includes(id))
          .sort()
          .map((id) => ({ id, location: { lat: 1, lon: 2 } }) as ReportView),
      ),
  };
  const records = (_: unknown, ids: string[]) => Promise.resolve(incidents.filter(({ id }) => ids.includes(id)));
  return new Changes(
    { withId: () => Promise.resolve(deployment) } as unknown as DeploymentCatalogue,
    reports as unknown as ReportReader,
    { records } as unknown as IncidentReader,
    { statesIn: () => Promise.resolve(new Map()) } as unknown as OverlayCatalogue,
    { now: () => moment },
  );
}

let seq = 0;
const entry = (kind: JournalKind, subjectId: string, data: Record<string, unknown> = {}): JournalEntry => {
  const cursor = `1.${++seq}`;
  return { deploymentId: deployment.id, seq: String(seq), cursor, kind, subjectId, actorId: null, at: moment, data };
};

async function toldTo(audience: Audience, changes: Changes, entries: JournalEntry[]): Promise<Told[]> {
  return (await changes.of(deployment.id, entries, [audience])).get(audience) ?? [];
}
const brief = (told: Told[]): [string, string][] => told.map(({ change }) => [change.kind, change.id]);

describe('what changed', () => {
  const [one, two, three] = [idOf(11), idOf(12), idOf(13)];

  it('is told in the order of the journal, once a subject, by the last thing that happened to it', async () => {
    const incident = sampleIncident({ id: three });
    const entries = [
      entry('report.received', one),
      entry('report.received', two),
      entry('incident.opened', three),
      entry('report.claimed', one),
    ];
    expect(brief(await toldTo('responders', changesOver([one, two], [incident]), entries))).toEqual([
      ['report.received', two],
      ['incident.opened', three],
      ['report.claimed', one],
    ]);
  });

  it('to a report is not hidden by a look at its reporter', async () => {
    const entries = [entry('report.claimed', one), entry('reporter.viewed', one)];
    expect(brief(await toldTo('responders', changesOver([one]), entries))).toEqual([['report.claimed', one]]);
  });

  it('in the deployment is told to everyone, once', async () => {
    const entries = [entry('categories.changed', deployment.id), entry('deployment.changed', deployment.id)];
    for (const audience of ['public', 'responders'] as const) {
      const told = await toldTo(audience, changesOver([]), entries);
      expect(told).toEqual([
        { change: { kind: 'deployment.changed', id: deployment.id, at: moment.toISOString() }, places: [] },
      ]);
    }
  });

  it('is told where it was as well, to the public by blurred places only', async () => {
    const before = { location: { lat: 5.000123, lon: 6.000123 } };
    const entries = [entry('incident.changed', three, { before })];
    const changes = changesOver([], [sampleIncident({ id: three })]);
    const [inside] = await toldTo('responders', changes, entries);
    const [outside] = await toldTo('public', changes, entries);
    expect(inside?.places).toEqual([{ lat: 1.50001, lon: 2.50001, accuracy: 20 }, before.location]);
    expect(outside?.places).toHaveLength(2);
    expect(JSON.stringify(outside)).not.toMatch(/123|50001/);
  });

  it('that the public may no longer see is its id alone, and of reports nothing', async () => {
    const hidden = sampleIncident({ id: three, visibility: 'internal' });
    const entries = [
      entry('report.received', one),
      entry('incident.changed', three, { before: { visibility: 'public' } }),
    ];
    expect(await toldTo('public', changesOver([one], [hidden]), entries)).toEqual([
      { change: { kind: 'incident.withdrawn', id: three, at: moment.toISOString() }, places: [] },
    ]);
  });

  it('and never was public is not told to the public at all', async () => {
    const hidden = sampleIncident({ id: three, visibility: 'internal' });
    const entries = [entry('incident.opened', three), entry('incident.changed', three, { before: { title: 'A' } })];
    expect(await toldTo('public', changesOver([], [hidden]), entries)).toEqual([]);
  });
});

describe('an incident that was opened and taken back', () => {
  const gone = idOf(31);
  const undone = (before: object): JournalEntry => entry('incident.undone', gone, { gone: true, before });

  it('is withdrawn from responders, and from the public where it was shown it', async () => {
    const shown = undone({ visibility: 'public', category: 'water', location: { lat: 1, lon: 2 } });
    for (const audience of ['responders', 'public'] as const) {
      expect(brief(await toldTo(audience, changesOver([]), [shown]))).toEqual([['incident.withdrawn', gone]]);
    }
  });

  it.each([
    { visibility: 'internal', category: 'water' },
    { visibility: 'public', category: 'violence' },
  ])('is not even named to the public where it was %j', async (before) => {
    expect(await toldTo('public', changesOver([]), [undone(before)])).toEqual([]);
    expect(brief(await toldTo('responders', changesOver([]), [undone(before)]))).toHaveLength(1);
  });

  it('does not hide that a report went back into quarantine', async () => {
    const [told] = await toldTo('responders', changesOver([idOf(32)]), [
      entry('report.undone', idOf(32), { quarantined: true }),
    ]);
    expect(told?.change.kind).toBe('report.undone');
  });
});
