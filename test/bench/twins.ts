/**
 * Whether word-for-word twins of a real crisis are found, and how sure the scores are. Takes a file in Ushahidi's columns
 * (`--csv=path` or HAITI_CSV) into a server of its own; nothing of it is printed but figures and numbers of rows.
 */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { decodeHTML } from 'entities';
import type { DuplicatesView, Page, ReportView } from '@atesto/contract';
import { ServerProcess } from '../support/server-process.js';

interface Row {
  serial: string;
  title: string;
  description: string;
}

/** By the numbers of two rows: whether a person who read both says that they tell of the same. */
interface LabelledPair {
  one: string;
  other: string;
  same: boolean;
}

async function readRows(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  const records = createReadStream(file).pipe(parse({ columns: true, bom: true, relax_quotes: true }));
  for await (const record of records as AsyncIterable<Record<string, string>>) {
    const cell = (name: string): string => decodeHTML((record[name] ?? '').trim());
    rows.push({ serial: cell('Serial'), title: cell('INCIDENT TITLE'), description: cell('DESCRIPTION') });
  }
  return rows;
}

function groupsOf(rows: readonly Row[]): Row[][] {
  const byWords = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.description === '') continue;
    byWords.set(row.description, [...(byWords.get(row.description) ?? []), row]);
  }
  return [...byWords.values()].filter((group) => group.length > 1);
}

/** As the import puts title and description together. */
const textOf = ({ title, description }: Row): string =>
  description.startsWith(title) ? description : description === '' ? title : `${title}\n\n${description}`;

function readPairs(root: string): LabelledPair[] {
  const file = join(root, 'test/bench/twins-labels.csv');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines.flatMap((line) => {
    const [one = '', other = '', label] = line.trim().split(',');
    return one === '' ? [] : [{ one, other, same: label === 'same' }];
  });
}

class Room {
  private readonly api: string;

  constructor(
    url: string,
    private readonly cookie: string,
  ) {
    this.api = `${url}/api/v1/deployments/main`;
  }

  async get<Body>(path: string): Promise<Body> {
    const answer = await fetch(this.api + path, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
    return (await answer.json()) as Body;
  }

  async import(file: string): Promise<void> {
    const query = new URLSearchParams({
      format: 'csv',
      source: 'bench',
      timeZone: 'America/Port-au-Prince',
      dayFirst: 'true',
      categoryLanguages: 'fr,en',
    });
    const headers = { cookie: this.cookie, 'content-type': 'application/x-atesto-import' };
    const body = readFileSync(file);
    const answer = await fetch(`${this.api}/imports?${query.toString()}`, { method: 'POST', headers, body });
    const last = (await answer.text()).trim().split('\n').at(-1);
    console.log(`  import: ${answer.status} ${last}`);
  }

  /** By their text; several may have the same. */
  async reports(): Promise<Map<string, ReportView[]>> {
    const byText = new Map<string, ReportView[]>();
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: Page<ReportView> = await this.get(`/reports?limit=200${cursor}`);
      for (const report of page.items) byText.set(report.text, [...(byText.get(report.text) ?? []), report]);
      next = page.next;
    }
    return byText;
  }
}

const idsIn = ({ reports, incidents }: DuplicatesView): Set<string> =>
  new Set([...reports, ...incidents].map(({ id }) => id));

export async function benchTwins(root: string, csv: string): Promise<void> {
  console.log('\nTwins of a real crisis');
  const rows = await readRows(csv);
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  const server = new ServerProcess({ root, dataDir, databaseUrl: null });
  await server.start();
  try {
    const room = new Room(server.url, await server.signIn());
    await room.import(csv);
    const byText = await room.reports();
    const reportsOf = (row: Row): ReportView[] => byText.get(textOf(row)) ?? [];
    const shownAs = ({ id, incident }: ReportView): string => incident?.id ?? id;
    let [groups, found, missing] = [0, 0, 0];
    const all = groupsOf(rows);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    for (const group of all) {
      const members = [...new Map(group.flatMap(reportsOf).map((report) => [report.id, report])).values()];
      const before = found;
      for (const member of members) {
        const ids = idsIn(await room.get<DuplicatesView>(`/reports/${member.id}/duplicates`));
        const twins = members.filter((twin) => twin.id !== member.id && shownAs(twin) !== shownAs(member));
        if (twins.every((twin) => ids.has(shownAs(twin)))) found++;
        else missing++;
      }
      if (found - before === group.length) groups++;
      else console.log(`  NOT FOUND among the rows ${group.map(({ serial }) => serial).join(', ')}`);
    }
    const total = all.flat().length;
    console.log(
      `  groups of equal descriptions: ${groups}/${all.length}, rows with all their twins: ${found}/${total}`,
    );
    if (missing > 0) console.log(`  ${missing} rows without a twin`);
    await measurePairs(room, new Map(rows.map((row) => [row.serial, reportsOf(row)])), readPairs(root), shownAs);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measurePairs(
  room: Room,
  bySerial: ReadonlyMap<string, ReportView[]>,
  pairs: readonly LabelledPair[],
  shownAs: (report: ReportView) => string,
): Promise<void> {
  if (pairs.length === 0) return;
  const scored: { score: number; same: boolean }[] = [];
  for (const { one, other, same } of pairs) {
    const [first, second] = [bySerial.get(one)?.[0], bySerial.get(other)?.at(-1)];
    if (first === undefined || second === undefined) continue;
    const { reports, incidents } = await room.get<DuplicatesView>(`/reports/${first.id}/duplicates`);
    const hit = [...reports, ...incidents].find(({ id }) => id === shownAs(second));
    scored.push({ score: hit?.score ?? 0, same });
  }
  const same = scored.filter((pair) => pair.same).length;
  console.log(`  labelled pairs: ${scored.length}, of which ${same} tell of the same`);
  for (const least of [0.4, 0.6, 0.8, 0.9]) {
    const shown = scored.filter(({ score }) => score >= least);
    const right = shown.filter((pair) => pair.same).length;
    console.log(
      `  score of at least ${least.toFixed(1)}: ${right} of ${shown.length} shown are right ` +
        `(precision ${((100 * right) / Math.max(1, shown.length)).toFixed(0)} %, recall ${((100 * right) / Math.max(1, same)).toFixed(0)} %)`,
    );
  }
}
