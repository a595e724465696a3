/**
 * Whatever changes in whatever order, through the calls that people make: every tile of every audience, with and without
 * filters, is the one that an index built afresh from the tables gives, byte for byte.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CategoryInput, DeploymentView, ReportDetail } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { act, mergeIncident, sendReport } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import { snapToGrid } from '../incidents/index.js';
import { appendJournal, Database } from '../platform/index.js';
import { indexSource, type IndexSource, type View } from './index-source.js';
import { LiveIndex } from './live-index.js';
import { MapIndexes } from './map-indexes.js';
import { gridBits, toGrid, type TileAddress } from './morton.js';
import { PointFilter, type FilterWords } from './point-filter.js';
import type { PointIndex } from './point-index.js';
import { encodeTile } from './tile-encoder.js';
import { tileFeatures } from './tile-features.js';

const server = useServer();

const views: readonly View[] = [
  { layer: 'reports', audience: 'responders' },
  { layer: 'incidents', audience: 'responders' },
  { layer: 'incidents', audience: 'public' },
];
/** Two share a cell at most zooms, two are the same for the public. */
const spots = [
  { lat: 12.5, lon: 44.25 },
  { lat: 12.5001, lon: 44.2501 },
  { lat: 12.52, lon: 44.3 },
  { lat: -33.9, lon: 18.4 },
] as const;
const filters: readonly FilterWords[] = [
  {},
  { category: 'flood,none' },
  { severity: 'high,critical' },
  { status: 'open,new,verified' },
  { from: new Date(0).toISOString(), to: '2100-01-01T00:00:00Z' },
];

const steps = [
  'report',
  'report',
  'verify',
  'verify',
  'join',
  'moveReport',
  'moveIncident',
  'recolour',
  'merge',
  'hide',
  'publish',
  'resolve',
  'quarantine',
  'erase',
  'undo',
  'snap',
  'makeSensitive',
] as const;
type Step = (typeof steps)[number];
interface Move {
  step: Step;
  one: number;
  other: number;
}
const move: fc.Arbitrary<Move> = fc.record({ step: fc.constantFrom(...steps), one: fc.nat(9), other: fc.nat(9) });

const categories = (sensitive: boolean): CategoryInput[] =>
  ['flood', 'road'].map((code) => ({
    ...{ code, names: { en: code }, colour: '#204080', icon: 'dot' },
    sensitive: sensitive && code === 'flood',
  }));

async function changed(path: string, body: object, method = 'PATCH'): Promise<void> {
  const { headers } = await server.main(path.replace('/categories', ''));
  await server.main(path, { method, headers: { 'if-match': headers.get('etag') ?? '"1"' }, body });
}

async function erase(deploymentId: string, id: string): Promise<void> {
  await server.app.get(Database).transaction(async (tx) => {
    await tx.query('delete from reports where id = $1', [id]);
    await appendJournal(tx, [{ deploymentId, kind: 'report.changed', subjectId: id, actorId: null }]);
  });
}

class Room {
  private readonly reports: string[] = [];
  private readonly incidents: string[] = [];
  private readonly done: string[] = [];
  readonly did = new Set<Step>();

  async run({ step, one, other }: Move): Promise<void> {
    const [report, incident] = [this.pick(this.reports, one), this.pick(this.incidents, one)];
    const spot = spots[other % spots.length]!;
    const severity = (['low', 'high', 'critical'] as const)[other % 3]!;
    const category = ['flood', 'road', null][other % 3] ?? null;
    switch (step) {
      case 'report':
        this.reports.push((await sendReport(server, { location: spot, category: category ?? undefined })).id);
        break;
      case 'verify':
      case 'join':
        await act(server, report, 'claim', server.adminCookie);
        await this.verify(report, step === 'join' ? incident : { title: 'Something', severity, category });
        break;
      case 'moveReport':
        await changed(`/reports/${report}`, { location: spot, priority: severity });
        break;
      case 'moveIncident':
        await changed(`/incidents/${incident}`, { location: other === 9 ? null : spot });
        break;
      case 'recolour':
        await changed(`/incidents/${incident}`, { category, severity });
        break;
      case 'merge':
        await mergeIncident(server, incident, this.pick(this.incidents, other));
        break;
      case 'hide':
      case 'publish':
        await changed(`/incidents/${incident}`, { visibility: step === 'hide' ? 'internal' : 'public' });
        break;
      case 'resolve': {
        const status = other % 2 === 0 ? 'resolved' : 'open';
        this.note(await this.post(`/incidents/${incident}/status`, { status, reason: 'So it is', public: true }));
        break;
      }
      case 'quarantine':
        await this.post(`/reports/${report}/quarantine`);
        break;
      case 'erase':
        await erase(deployment().id, report);
        break;
      case 'undo':
        await this.post(`/actions/${this.pick(this.done, one)}/undo`);
        break;
      case 'snap':
        await changed('', { policy: { ...(await view()).policy, publicPrecisionMetres: other % 2 === 0 ? 1_000 : 0 } });
        break;
      case 'makeSensitive':
        await changed('/categories', { items: categories(other % 2 === 0) }, 'PUT');
    }
    this.did.add(step);
  }

  private pick(ids: readonly string[], at: number): string {
    return ids[at % Math.max(1, ids.length)] ?? '00000000-0000-7000-8000-000000000000';
  }

  private post(path: string, body?: object) {
    return server.main(path, { method: 'POST', ...(body !== undefined && { body }) });
  }

  private async verify(report: string, incident: object | string): Promise<void> {
    const answer = await act(server, report, 'verify', server.adminCookie, { incident });
    this.note(answer);
    const id = (answer.body as Partial<ReportDetail>).incident?.id;
    if (id !== undefined && !this.incidents.includes(id)) this.incidents.push(id);
  }

  private note({ headers }: { headers: Headers }): void {
    const action = headers.get('x-action')?.replace(/-.*/, '');
    if (action !== undefined) this.done.push(action);
  }
}

const view = async (): Promise<DeploymentView> => (await server.main<DeploymentView>('')).body;
let known: Deployment;
const deployment = (): Deployment => known;

/** Every tile that any of the spots lies in, in the grid of the public too. */
const tiles: TileAddress[] = [0, 1, 5, 9, 12, 14, 16, 22].flatMap((z) =>
  spots.flatMap((spot) =>
    [spot, snapToGrid(spot, 1_000)].map(({ lat, lon }) => {
      const { x, y } = toGrid(lat, lon);
      const scale = 2 ** (gridBits - z);
      return { z, x: Math.floor(x / scale), y: Math.floor(y / scale) };
    }),
  ),
);

function drawn(index: PointIndex, { tree, words }: IndexSource): string[] {
  return filters.flatMap((filter) => {
    const chosen = PointFilter.of(filter, tree, words.severities, words.statuses);
    return tiles.map((tile) => {
      const bytes = encodeTile(tile, tileFeatures(index, tile, chosen, tree.codes.length), words);
      return `${tile.z}/${tile.x}/${tile.y} ${chosen.key} ${bytes === null ? '' : Buffer.from(bytes).toString('base64')}`;
    });
  });
}

async function compare(): Promise<number> {
  known = await server.app.get(DeploymentCatalogue).named('main');
  let filled = 0;
  for (const one of views) {
    const kept = server.app.get(MapIndexes).of(known, one);
    const fresh = new LiveIndex(indexSource(server.app.get(Database), known, one, snapToGrid));
    const expected = drawn(await fresh.points(), fresh.source);
    expect([one, drawn(await kept.points(), kept.source)]).toEqual([one, expected]);
    filled += expected.filter((text) => !text.endsWith(' ')).length;
  }
  return filled;
}

beforeAll(async () => {
  await changed('/categories', { items: categories(false) }, 'PUT');
  known = await server.app.get(DeploymentCatalogue).named('main');
  // Somebody looks from the start, so that the indexes follow every change.
  await compare();
});

describe('tiles after any changes', () => {
  it('are those of an index built afresh from the tables, for every audience', async () => {
    const did = new Set<Step>();
    let filled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 15, maxLength: 25 }), async (moves) => {
        const room = new Room();
        for (let at = 0; at < 4; at++) await room.run({ step: 'report', one: at, other: at });
        await room.run({ step: 'verify', one: 0, other: 1 });
        for (const one of moves) await room.run(one);
        await eventually(async () => void (filled += await compare()));
        for (const step of room.did) did.add(step);
      }),
      { seed: 20261129, numRuns: 8, endOnFailure: true },
    );
    // Empty tiles, or steps that never came, would prove nothing.
    expect([...did].sort()).toEqual([...new Set(steps)].sort());
    expect(filled).toBeGreaterThan(500);
  }, 240_000);
});
