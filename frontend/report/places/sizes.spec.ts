/** What loads only when it is asked for stays small: measured on the built files, compressed as the server does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const built = join(import.meta.dirname, '../../dist/client');
const manifest = JSON.parse(readFileSync(join(built, '.vite/report.json'), 'utf8')) as Record<string, Chunk>;

/** Every file that a chunk needs, styles included. */
function filesOf(source: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[source];
  if (chunk === undefined) throw new Error(`${source} was not built`);
  if (found.has(chunk.file)) return found;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

/** Kilobytes of what comes beside the files that are there already. */
function kilobytes(source: string, before: string[] = []): number {
  const known = new Set(before.flatMap((other) => [...filesOf(other)]));
  const files = [...filesOf(source)].filter((file) => !known.has(file));
  const bytes = files.map((file) => gzipSync(readFileSync(join(built, file))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

const page = 'report/enhance.ts';
const field = 'report/places/place-field.ts';

describe('what the place loads', () => {
  it('is a field of at most 7 KB', () => {
    expect(kilobytes(field, [page])).toBeLessThan(7);
  });

  it('is at most 7 KB more for who pastes a notation', () => {
    expect(kilobytes('report/places/read-place.ts', [page, field])).toBeLessThan(7);
  });

  it('is at most 60 KB for who wants the map', () => {
    expect(kilobytes('report/places/point-map.ts', [page, field])).toBeLessThan(60);
  });
});
