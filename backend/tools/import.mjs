/** `npm run import`: installs and builds what is missing, then imports. Paths are meant from where npm was called. */
import { resolve } from 'node:path';
import { installPackages, root } from './install.mjs';

const calledFrom = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();
process.env.NODE_ENV ??= 'production';
const { importCommand } = await import('../dist/server/src/import-command.js');
// A relative folder means the same one as for `npm start`.
process.env.DATA_DIR = resolve(root, process.env.DATA_DIR || 'data');
process.chdir(calledFrom);
await importCommand(process.argv.slice(2));
