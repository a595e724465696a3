/** `npm start`: installs what is missing, builds what is stale, then serves. */
import { installPackages, root } from './install.mjs';

process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();
process.env.NODE_ENV ??= 'production';
await import('../dist/server/src/serve.js');

// A signal to npm ends npm and its shell, not what they started: whoever stops npm means the server.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1_000).unref();
