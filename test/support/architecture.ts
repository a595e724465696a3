/**
 * The rules of the house as functions of plain text, so that each can be shown to fail. The order of the folders is
 * this one array: a folder may use what stands before it, through its door only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

export const order = [
  'platform',
  'push',
  'deployments',
  'accounts',
  'reports',
  'incidents',
  'triage',
  'dispatch',
  'undo',
  'teamwork',
  'answers',
  'overlays',
  'intake',
  'gateways',
  'conversations',
  'sharing',
  'channels',
];
/** They use everything below the channels, never one another, and nothing uses them, but for what `granted` says. */
export const readers = [
  'live',
  'map',
  'exports',
  'webhooks',
  'alerts',
  'situation',
  'open-data',
  'suggestions',
  'views',
  'overview',
  'notices',
];
/** Words are read with the names of the map, files are made of what is exported, and the pages of the web show both. */
const granted: Record<string, readonly string[]> = {
  suggestions: ['map'],
  conversations: ['suggestions'],
  alerts: ['exports', 'map'],
  situation: ['map'],
  'open-data': ['exports'],
  channels: ['suggestions', 'alerts', 'situation', 'open-data', 'exports'],
};

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
}

const skipped = new Set(['node_modules', 'dist', 'data', '.git']);

export function sourcesBelow(root: string, folder: string, endings: RegExp): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesBelow(root, path, endings);
    const name = relative(root, join(root, path)).replaceAll('\\', '/');
    return endings.test(name) ? [{ path: name, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

export interface Import {
  specifier: string;
  isType: boolean;
}

const statements = /\b(import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"\n]+)['"]/g;
const calls = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

export function importsOf(text: string): Import[] {
  const declared = [...text.matchAll(statements)].map(([, , type, specifier = '']) => ({
    specifier,
    isType: type !== undefined,
  }));
  return [...declared, ...[...text.matchAll(calls)].map(([, specifier = '']) => ({ specifier, isType: false }))];
}

const backend = 'backend/src/';

/** The folder that counts: an adapter of the channels is one of its own. */
function unitOf(path: string): string {
  const [first = '', second = ''] = path.slice(backend.length).split('/');
  return first === 'channels' ? `${first}/${second}` : first;
}

function directionFault(from: string, to: string): string | null {
  const [fromTop = '', toTop = ''] = [from.split('/')[0], to.split('/')[0]];
  if (granted[fromTop]?.includes(toTop)) return null;
  if (readers.includes(toTop)) return 'nothing uses a reader';
  if (toTop === 'channels') return 'nothing uses a channel';
  const level = readers.includes(fromTop) ? order.indexOf('channels') : order.indexOf(fromTop);
  if (level < 0) return `the folder ${fromTop} is not in the order`;
  if (!order.includes(toTop)) return `the folder ${toTop} is not in the order`;
  return order.indexOf(toTop) < level ? null : 'wrong direction';
}

function importFault(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = posix.join(posix.dirname(file.path), specifier);
  if (!target.startsWith(backend)) {
    const isAllowed = /\.spec\.ts$/.test(file.path) || !file.path.slice(backend.length).includes('/');
    return isAllowed ? null : 'only specs and entry files leave backend/src';
  }
  const isEntry = !file.path.slice(backend.length).includes('/');
  const isRootTarget = !target.slice(backend.length).includes('/');
  if (isRootTarget) return isEntry || /\.spec\.ts$/.test(file.path) ? null : 'a folder does not use an entry file';
  const [from, to] = [unitOf(file.path), unitOf(target)];
  if (from === to) return null;
  if (target !== `${backend}${to}/index.js`) return 'not through its index.js';
  return isEntry ? null : directionFault(from, to);
}

/** Imports between the folders of the server that go the wrong way or past the door. */
export function folderFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text).flatMap(({ specifier }) => {
      const fault = importFault(file, specifier);
      return fault === null ? [] : [`${file.path} imports ${specifier}: ${fault}`];
    }),
  );
}

/** The contract costs the browser nothing as long as only types are taken from it; specs never get there. */
export function contractFaults(files: readonly SourceFile[]): string[] {
  const shipped = files.filter(({ path }) => !/\.spec\.tsx?$/.test(path));
  return shipped.flatMap((file) =>
    importsOf(file.text)
      .filter(({ specifier, isType }) => specifier.startsWith('@atesto/contract') && !isType)
      .map(({ specifier }) => `${file.path} imports ${specifier} without "type"`),
  );
}

/** Code of the browser does not reach into the server. */
export function frontendFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text)
      .map(({ specifier }) => specifier)
      .filter((specifier) => {
        const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier;
        return target.startsWith('backend/') || target.startsWith('@atesto/backend');
      })
      .map((specifier) => `${file.path} imports ${specifier} of the server`),
  );
}

export function defaultExportFaults(files: readonly SourceFile[]): string[] {
  const names = /^export default\b|\bas default\b/m;
  return files.filter(({ text }) => names.test(text)).map(({ path }) => `${path} has a default export`);
}

export const mostLines = 400;

export function lengthFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > mostLines ? [`${path} has ${lines} lines`] : [];
  });
}

/** Put together here, so that this file itself is none of them. */
const unfinished = new RegExp(`\\b(${['TO', 'FIX'].map((half, index) => half + ['DO', 'ME'][index]).join('|')})\\b`);

export function unfinishedFaults(files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => unfinished.test(text)).map(({ path }) => `${path} says that it is not finished`);
}
