import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DumpFolder, sumsFile } from './dump-folder.js';

const root = mkdtempSync(join(tmpdir(), 'atesto-dumps-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = new DumpFolder(root);
const about = { precisionMetres: 100 };

// eslint-disable-next-line @typescript-eslint/require-await -- the lines come as they do from a database
async function* lines(...words: string[]): AsyncGenerator<Uint8Array> {
  for (const word of words) yield Buffer.from(word);
}

describe('the folder of the daily copies', () => {
  it('has a day once it is whole, with sums that are true', async () => {
    expect(await folder.list('main')).toEqual([]);
    await folder.write('main', '2026-02-03', about, (file) => lines(`${file}\n`, 'second\n'));
    const [dump, ...others] = await folder.list('main');
    expect(others).toEqual([]);
    expect(dump).toMatchObject({ date: '2026-02-03', precisionMetres: 100 });
    for (const { name, bytes, sha256 } of dump!.files) {
      const content = readFileSync(join(root, 'main/2026-02-03', name));
      expect(gunzipSync(content).toString()).toBe(`${name}\nsecond\n`);
      expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
    }
    const { handle, bytes } = await folder.open('main', '2026-02-03', sumsFile);
    expect((await handle.readFile('utf8')).split('\n')).toHaveLength(3);
    expect(bytes).toBeGreaterThan(128);
    await handle.close();
  });

  it('keeps a day as it is when it is made again', async () => {
    await folder.write('main', '2026-02-03', about, () => lines('another'));
    const { handle } = await folder.open('main', '2026-02-03', 'incidents.csv.gz');
    expect(gunzipSync(await handle.readFile()).toString()).toContain('second');
    await handle.close();
  });

  it('leaves nothing behind of one that breaks, nor of two at once', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the database is away');
    }
    await expect(folder.write('main', '2026-02-04', about, broken)).rejects.toThrow('away');
    await Promise.all([1, 2].map(() => folder.write('main', '2026-02-05', about, () => lines('x'))));
    expect(readdirSync(join(root, 'main')).sort()).toEqual(['2026-02-03', '2026-02-05']);
  });

  it('removes a day, and nothing that is none', async () => {
    await folder.remove('main', '..');
    await folder.remove('main', '2026-02-05');
    expect(readdirSync(join(root, 'main'))).toEqual(['2026-02-03']);
  });
});
