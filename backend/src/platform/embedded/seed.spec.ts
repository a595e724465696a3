import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedded, stateOf } from './seed.js';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'atesto-seed-'));
  folder = join(home, 'db');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function hold(): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'PG_VERSION'), '17');
}

describe('the folder of a database', () => {
  it('is made when there is none, or an empty one', () => {
    expect(stateOf(folder)).toBe('empty');
    mkdirSync(folder);
    expect(stateOf(folder)).toBe('empty');
  });

  it('is opened when it was made to its end', () => {
    hold();
    writeFileSync(join(folder, 'atesto-ready'), '');
    writeFileSync(`${folder}.making`, '');
    expect(stateOf(folder)).toBe('ready');
  });

  it('is made afresh only when the file beside it says that it was left half made', () => {
    hold();
    writeFileSync(`${folder}.making`, '');
    expect(stateOf(folder)).toBe('empty');
  });

  it('is never deleted when its mark is missing: it is said what to do instead', async () => {
    hold();
    await expect(openEmbedded(folder, join(home, 'none'))).rejects.toThrow(
      'put an empty file named atesto-ready into it',
    );
    expect(existsSync(join(folder, 'PG_VERSION'))).toBe(true);
  });
});
