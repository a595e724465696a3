/**
 * `npm run import`: imports by what is built already, however old, since a server may be running on it; installs and builds
 * only where something is missing altogether. Paths are meant from where npm was called.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, parts } from './build.mjs';
import { installPackages, root } from './install.mjs';

const calledFrom = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
const needed = ['node_modules/.package-lock.json', ...parts.map(({ output }) => output)];
if (!needed.every((path) => existsSync(join(root, path)))) {
  installPackages();
  await build();
}
process.env.NODE_ENV ??= 'production';
const { importCommand } = await import('../dist/server/src/import-command.js');
// A relative folder means the same one as for `npm start`.
process.env.DATA_DIR = resolve(root, process.env.DATA_DIR || 'data');
process.chdir(calledFrom);
await importCommand(process.argv.slice(2));
