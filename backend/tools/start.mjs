/** `npm start`: installs what is missing, builds what is stale, then serves. */
import { installPackages, root } from './install.mjs';

process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();
process.env.NODE_ENV ??= 'production';
await import('../dist/server/src/serve.js');
