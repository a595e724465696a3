/**
 * `npm run import`: sends a file to the running server, or to one that it starts for the while, since the embedded
 * database belongs to one process. Says how far it is, and names every refused row in a file of its own.
 */
import { createReadStream, createWriteStream, existsSync, statSync, type WriteStream } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { importType, isTimeZone, mappedFields, type Counts, type ImportEvent } from './channels/import/index.js';
import { builtPlaces, startServer } from './main.js';
import { readConfig, readOperatorNote, type OperatorNote } from './platform/index.js';

const usage = `Usage: npm run import -- --deployment SLUG [options] FILE

  FILE                     a CSV (Ushahidi's own export as it is), or GeoJSON by its ending
  --deployment SLUG        where the reports go (main)
  --time-zone ZONE         zone of times that name none, for example America/Port-au-Prince (UTC)
  --month-first            3/4 is March the fourth; without it the third of April
  --source NAME            tells files with the same numbers apart (the file's name)
  --category-languages A,B languages of "first name | second name" in categories (fr,en)
  --id, --title, --text, --place, --lat, --lon, --date, --category, --verified COLUMN
                           which column means what, where its name does not tell`;

interface Order {
  file: string;
  deployment: string;
  query: URLSearchParams;
}

function readOrder(argv: string[]): Order {
  const texts = ['deployment', 'time-zone', 'source', 'category-languages', ...mappedFields] as const;
  const options = Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { ...options, 'month-first': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const text = (name: string, fallback: string): string => {
    const value = (values as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : fallback;
  };
  const [file] = positionals;
  if (values.help === true || file === undefined || positionals.length > 1) throw new Error(usage);
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`There is no file ${file}.`);
  const timeZone = text('time-zone', 'UTC');
  if (!isTimeZone(timeZone)) throw new Error(`${timeZone} is no time zone; name one like America/Port-au-Prince.`);
  const isGeoJson = /^\.(geo)?json$/i.test(extname(file));
  const named = mappedFields.map((field): [string, string] => [field, text(field, '')]);
  const mapping: Record<string, string> = Object.fromEntries(named.filter(([, column]) => column !== ''));
  const query = new URLSearchParams({
    format: isGeoJson ? 'geojson' : 'csv',
    source: text('source', basename(file)),
    timeZone,
    dayFirst: String(values['month-first'] !== true),
    categoryLanguages: text('category-languages', 'fr,en'),
    mapping: JSON.stringify(mapping),
  });
  return { file: resolve(file), deployment: text('deployment', 'main'), query };
}

async function answers(note: OperatorNote | null): Promise<boolean> {
  if (note === null) return false;
  try {
    return (await fetch(`${note.url}/readyz`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

/** Beside the file where that may be written, else where the command was given. */
function rejectedFile(file: string): { path: string; stream: WriteStream } {
  const path = `${file}.rejected.csv`;
  return { path, stream: createWriteStream(path) };
}

class Rejections {
  private open: { path: string; stream: WriteStream } | null = null;

  constructor(private readonly file: string) {}

  async add({ line, reason, columns, cells }: Extract<ImportEvent, { kind: 'rejected' }>): Promise<void> {
    this.open ??= await this.create(columns);
    this.open.stream.write(stringify([[line, reason, ...cells]]));
  }

  /** Where they are, null when there was none. */
  async close(): Promise<string | null> {
    const { open } = this;
    if (open === null) return null;
    await new Promise((done) => open.stream.end(done));
    return open.path;
  }

  private async create(columns: string[]): Promise<{ path: string; stream: WriteStream }> {
    for (const path of [this.file, resolve(basename(this.file))]) {
      const open = rejectedFile(path);
      const isOpen = await new Promise<boolean>((done) => {
        open.stream.once('open', () => done(true)).once('error', () => done(false));
      });
      if (!isOpen) continue;
      open.stream.write(stringify([['line', 'reason', ...columns]]));
      return open;
    }
    throw new Error(`${this.file}.rejected.csv cannot be written.`);
  }
}

const sentence = (counts: Counts): string =>
  `imported ${counts.imported}, known ${counts.known}, rejected ${counts.rejected}`;

async function send(order: Order, note: OperatorNote): Promise<void> {
  const rejections = new Rejections(order.file);
  const response = await fetch(`${note.url}/api/v1/deployments/${order.deployment}/imports?${order.query.toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${note.token}`, 'content-type': importType },
    body: Readable.toWeb(createReadStream(order.file)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  if (!response.ok || response.body === null) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new Error(problem.detail ?? `The server answered ${response.status}.`);
  }
  let final: Counts | null = null;
  const lines = createInterface({ input: Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]) });
  for await (const line of lines) {
    const event = JSON.parse(line) as ImportEvent | { kind: 'failed'; detail: string };
    if (event.kind === 'failed') throw new Error(event.detail);
    if (event.kind === 'rejected') await rejections.add(event);
    if (event.kind === 'progress') console.log(`… ${sentence(event.counts)}`);
    if (event.kind === 'area') {
      const { west, south, east, north } = event.area;
      console.log(
        `The deployment now covers ${west},${south} to ${east},${north}; change it in the console's settings.`,
      );
    }
    if (event.kind === 'done') final = event.counts;
  }
  const path = await rejections.close();
  if (path !== null) console.log(`Refused rows with their reasons: ${path}`);
  if (final === null) throw new Error('The import broke off. Run it again: what is there already is not added twice.');
  console.log(sentence(final));
}

export async function importCommand(argv: string[]): Promise<void> {
  try {
    const order = readOrder(argv);
    const config = readConfig({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
    const running = readOperatorNote(config.dataDir);
    if (running !== null && (await answers(running))) {
      await send(order, running);
      process.exit(0);
    }
    console.log('No server is running on this data folder; one is started for the import …');
    // Any free port: the usual one may belong to something else.
    const own = { ...config, host: '127.0.0.1', port: 0 };
    const { app, credentials } = await startServer(own, builtPlaces());
    if (credentials?.password != null) {
      console.log(`Sign in later as ${credentials.email} with the password ${credentials.password}`);
    }
    const note = readOperatorNote(config.dataDir);
    try {
      if (note !== null) await send(order, note);
    } finally {
      await app.close();
    }
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
