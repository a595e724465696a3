/**
 * `npm run check`: types, lint, format, architecture, and what must not drift. One line a step; a step that fails also
 * shows what its tool said. Exit 1 when any did.
 */
import { spawnSync } from 'node:child_process';
import { installPackages, root } from './install.mjs';

process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();

const jest = (pattern) => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--runInBand',
  '--testPathPatterns',
  pattern,
];

const steps = [
  { name: 'types of the server and the tests', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the frontend', args: ['node_modules/typescript/bin/tsc', '-p', 'frontend'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'architecture', args: jest('test/architecture\\.spec') },
  { name: 'entities and migrations agree', args: jest('test/drift\\.db\\.spec') },
  { name: 'openapi.json is what the server does', args: jest('backend/src/openapi\\.http\\.spec') },
];

let failed = 0;
for (const { name, args } of steps) {
  const startedAt = Date.now();
  const env = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'fatal', TEST_DATABASE: 'embedded', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, maxBuffer: 2 ** 26 });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed += 1;
  console.log(`${stdout}${stderr}`.trimEnd());
}
console.log(failed === 0 ? 'All is well.' : `${failed} of ${steps.length} failed.`);
process.exit(failed === 0 ? 0 : 1);
