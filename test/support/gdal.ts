/** GDAL as the map programs of others use it. Where it is not installed its tests are skipped by name, but not in CI. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { it } from '@jest/globals';

const run = promisify(execFile);
const folder = '/usr/bin';
const isThere = existsSync(`${folder}/ogr2ogr`);

/** In another process, as the server under test answers in this one. */
export async function gdal(program: 'ogrinfo' | 'ogr2ogr', args: readonly string[]): Promise<string> {
  const { stdout } = await run(`${folder}/${program}`, args, { maxBuffer: 2 ** 26, timeout: 50_000 });
  return stdout;
}

export const itWithGdal = isThere || process.env['CI'] === 'true' ? it : it.skip;
