/** That an import leaves alone what a running server serves: the tool in a checkout of its own, with stand-ins for what is built. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const checkout = mkdtempSync(join(tmpdir(), 'atesto-checkout-'));
const at = (path: string): string => join(checkout, path);
const write = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

const built = [
  'backend/contract/dist/index.js',
  'frontend/dist/server/pages.js',
  'frontend/dist/client/assets/console-old.js',
  'backend/dist/seed/embedded.tar.gz',
  'backend/dist/basemap/0.tile',
  'backend/dist/gazetteer/places.gazetteer',
];

beforeAll(() => {
  cpSync(join(import.meta.dirname, '../backend/tools'), at('backend/tools'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  for (const path of built) write(path, 'as it was');
  const command = 'export const importCommand = (args) => console.log(`imports ${args} in ${process.cwd()}`);';
  write('backend/dist/server/src/import-command.js', command);
  write('frontend/console/main.tsx', 'changed since it was built');
  write('node_modules/.package-lock.json', '{}');
  utimesSync(at('node_modules/.package-lock.json'), 1, 1);
  write('package-lock.json', 'changed since it was installed');
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

it('builds and installs nothing over what is there, however old', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [at('backend/tools/import.mjs'), 'reports.csv'], {
    env: { PATH: process.env['PATH'] ?? '', INIT_CWD: at('frontend') },
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  expect(stdout.trim()).toBe(`imports reports.csv in ${at('frontend')}`);
  expect(built.map((path) => readFileSync(at(path), 'utf8'))).toEqual(built.map(() => 'as it was'));
});
