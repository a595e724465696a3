/** That whoever signs in waits for the account, which is made after the server listens; with a stand-in for the server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { ServerProcess } from './server-process.js';

/** Answers at once that it is ready to serve; knows its account only once it was asked ten times. */
const standIn = (status: number): string => `
  import { createServer } from 'node:http';
  let asked = 0;
  setInterval(() => { if (++asked === 10) console.log('Atesto is ready.'); }, 20);
  createServer((request, response) => {
    if (request.url === '/readyz') return response.end('{}');
    if (asked < 10) return response.writeHead(401).end();
    response.writeHead(${status}, ${status === 201 ? "{ 'set-cookie': 'atesto=made-up; Path=/' }" : '{}'}).end();
  }).listen(Number(process.env.PORT), '127.0.0.1');
`;

const root = mkdtempSync(join(tmpdir(), 'atesto-stand-in-'));
let server: ServerProcess | null = null;

afterEach(async () => {
  await server?.kill();
  rmSync(root, { recursive: true, force: true });
});

async function startStandIn(status: number): Promise<ServerProcess> {
  const file = join(root, 'backend/dist/server/src/serve.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(file, standIn(status));
  server = new ServerProcess({ root, dataDir: root, databaseUrl: null });
  await server.start();
  return server;
}

it('signs in once there is an account', async () => {
  expect(await (await startStandIn(201)).signIn()).toBe('atesto=made-up');
});

it('does not go on as nobody where it is refused', async () => {
  await expect((await startStandIn(401)).signIn()).rejects.toThrow('the sign-in was refused: 401');
});
