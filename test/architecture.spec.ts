/** Holds the whole tree to the rules of the house, and shows that each rule can fail. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  contractFaults,
  defaultExportFaults,
  folderFaults,
  frontendFaults,
  importsOf,
  lengthFaults,
  mostLines,
  sourcesBelow,
  unfinishedFaults,
  type SourceFile,
} from './support/architecture.js';

const root = join(import.meta.dirname, '..');
const below = (folder: string, endings = /\.(ts|tsx)$/): SourceFile[] => sourcesBelow(root, folder, endings);
const server = below('backend/src');
const frontend = below('frontend');
const everything = [
  ...below('backend', /\.(ts|tsx|mjs|js|sql)$/),
  ...below('frontend', /\.(ts|tsx|css|html)$/),
  ...below('test', /\.(ts|tsx|mjs|js)$/),
];

const file = (path: string, text: string): SourceFile => ({ path, text });
const importing = (path: string, specifier: string): string[] =>
  folderFaults([file(path, `import { x } from '${specifier}';`)]);

describe('the tree', () => {
  it('is read at all', () => {
    expect(server.length).toBeGreaterThan(100);
    expect(frontend.length).toBeGreaterThan(20);
    expect(server.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(500);
  });

  it('has folders that use only what stands below them, through the door', () => {
    expect(folderFaults(server)).toEqual([]);
  });

  it('takes only types from the contract into the browser', () => {
    expect(contractFaults(frontend)).toEqual([]);
  });

  it('keeps the browser out of the server', () => {
    expect(frontendFaults(frontend)).toEqual([]);
  });

  it('has no default exports', () => {
    const configured = everything.filter(
      ({ path }) => /\.tsx?$/.test(path) && !/^frontend\/vite\S*\.config\.ts$/.test(path),
    );
    expect(defaultExportFaults(configured)).toEqual([]);
  });

  it(`has no file over ${mostLines} lines`, () => {
    expect(lengthFaults(everything)).toEqual([]);
  });

  it('leaves nothing unfinished', () => {
    expect(unfinishedFaults(everything)).toEqual([]);
  });
});

describe('the rule of direction', () => {
  it.each([
    ['backend/src/reports/a.ts', '../platform/index.js'],
    ['backend/src/reports/a.ts', './b.js'],
    ['backend/src/platform/open.ts', './embedded/seed.js'],
    ['backend/src/platform/embedded/seed.ts', '../config.js'],
    ['backend/src/channels/web/page.ts', '../../triage/index.js'],
    ['backend/src/live/a.ts', '../intake/index.js'],
    ['backend/src/suggestions/a.ts', '../map/index.js'],
    ['backend/src/channels/web/a.ts', '../../suggestions/index.js'],
    ['backend/src/app.module.ts', './channels/web/index.js'],
    ['backend/src/app.module.ts', './live/index.js'],
    ['backend/src/main.ts', '../migrations/index.js'],
    ['backend/src/reports/a.spec.ts', '../../../test/support/test-server.js'],
  ])('lets %s use %s', (path, specifier) => {
    expect(importing(path, specifier)).toEqual([]);
  });

  it.each([
    ['a higher folder', 'backend/src/platform/a.ts', '../reports/index.js'],
    ['the next higher one', 'backend/src/triage/a.ts', '../intake/index.js'],
    ['past the door', 'backend/src/incidents/a.ts', '../reports/claim.js'],
    ['past the door from an entry file', 'backend/src/main.ts', './reports/claim.js'],
    ['a channel', 'backend/src/exports/a.ts', '../channels/web/index.js'],
    ['another channel', 'backend/src/channels/web/a.ts', '../sms/index.js'],
    ['a reader from below', 'backend/src/incidents/a.ts', '../live/index.js'],
    ['a reader from a channel', 'backend/src/channels/web/a.ts', '../../live/index.js'],
    ['a reader that reads words', 'backend/src/live/a.ts', '../suggestions/index.js'],
    ['another reader', 'backend/src/live/a.ts', '../map/index.js'],
    ['an entry file', 'backend/src/reports/a.ts', '../entities.js'],
    ['a folder nobody knows', 'backend/src/reports/a.ts', '../helpers/index.js'],
    ['from a folder nobody knows', 'backend/src/helpers/a.ts', '../platform/index.js'],
    ['outside of the server', 'backend/src/reports/a.ts', '../../migrations/index.js'],
  ])('refuses %s', (_, path, specifier) => {
    expect(importing(path, specifier)).toHaveLength(1);
  });

  it('sees every way to import', () => {
    const ways = [
      `import { x } from '../reports/index.js';`,
      `import type { X } from '../reports/index.js';`,
      `import {\n  x,\n  type Y,\n} from '../reports/index.js';`,
      `import * as reports from '../reports/index.js';`,
      `import reports from '../reports/index.js';`,
      `import '../reports/index.js';`,
      `export * from '../reports/index.js';`,
      `export { x } from '../reports/index.js';`,
      `const reports = await import('../reports/index.js');`,
    ];
    for (const way of ways)
      expect([way, folderFaults([file('backend/src/platform/a.ts', way)]).length]).toEqual([way, 1]);
  });
});

describe('the other rules', () => {
  it('tell a value of the contract from a type', () => {
    const faults = contractFaults([
      file('frontend/a.ts', `import { SubmitReport } from '@atesto/contract';`),
      file('frontend/b.ts', `import { type ReportView } from '@atesto/contract';`),
      file('frontend/c.ts', `import type { ReportView } from '@atesto/contract';`),
      file('frontend/d.ts', `export * from '@atesto/contract';`),
    ]);
    expect(faults.map((fault) => fault.slice(0, 13))).toEqual(['frontend/a.ts', 'frontend/b.ts', 'frontend/d.ts']);
  });

  it('find the server in the browser', () => {
    expect(frontendFaults([file('frontend/map/a.ts', `import { x } from '../../backend/src/main.js';`)])).toHaveLength(
      1,
    );
    expect(frontendFaults([file('frontend/map/a.ts', `import { x } from '../shared/api.js';`)])).toEqual([]);
  });

  it('find a default export', () => {
    const word = 'default';
    const exporting = [file('a.ts', `export ${word} class A {}`), file('b.ts', `export { a as ${word} };`)];
    expect(defaultExportFaults([...exporting, file('c.ts', 'export const c = 1;')])).toHaveLength(2);
  });

  it('count lines', () => {
    expect(lengthFaults([file('a.ts', 'x\n'.repeat(mostLines)), file('b.ts', 'x\n'.repeat(mostLines + 1))])).toEqual([
      `b.ts has ${mostLines + 1} lines`,
    ]);
  });

  it('find what is not finished', () => {
    const [first, second] = [`// TO${'DO'}: later`, `/* FIX${'ME'} */`];
    expect(unfinishedFaults([file('a.ts', first), file('b.ts', second), file('c.ts', '// todos los')])).toHaveLength(2);
  });
});
