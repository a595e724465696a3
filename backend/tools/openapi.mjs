/** Writes `backend/openapi.json` as the running server describes itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, root } from './install.mjs';

process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();
const { builtPlaces, startServer } = await import('../dist/server/src/main.js');
const { readConfig } = await import('../dist/server/src/platform/index.js');

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const dataDir = mkdtempSync(join(tmpdir(), 'atesto-openapi-'));
const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const { app } = await startServer(config, builtPlaces());
const answer = await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`);
if (!answer.ok) throw new Error(await answer.text());
writeFileSync(join(root, 'backend/openapi.json'), `${JSON.stringify(await answer.json(), null, 2)}\n`);
await app.close();
rmSync(dataDir, { recursive: true, force: true });
console.log('Wrote backend/openapi.json');
