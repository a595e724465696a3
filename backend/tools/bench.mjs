/** `npm run bench`: builds, compiles the measurements beside themselves, runs them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackages, root } from './install.mjs';
import { chromiumPath, postgresBin, provide } from './provide.mjs';

process.chdir(root);
installPackages();
const { build, compile } = await import('./build.mjs');
await build();
const missing = provide(['PostGIS', 'wrk', 'Chromium']);
if (missing.includes('wrk')) {
  console.error('wrk is needed to measure; install it and try again.');
  process.exit(1);
}
await compile(['test/bench', 'test/support'], 'test/dist', 'test');
const args = [
  join(root, 'test/dist/bench/run.js'),
  root,
  postgresBin() ?? '',
  chromiumPath() ?? '',
  ...process.argv.slice(2),
];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
