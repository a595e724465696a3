/** Against servers on the loopback that play both the internet and the inside. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { isPublicAddress, type Surroundings } from './public-address.js';
import { fetchPublic, isWebAddress } from './public-fetch.js';

const servers: Server[] = [];

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Names below example.org lead to this machine and count as public; everything else is as it is. */
const stage: Surroundings = {
  resolve: (host) => Promise.resolve(host.endsWith('.example.org') ? ['127.0.0.1'] : [host]),
  isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
};

describe('an address of a coordinator', () => {
  it('is fetched with what was asked for', async () => {
    const port = await serve((request, response) =>
      response.end(`${request.method} ${request.headers['if-none-match']}`),
    );
    const url = `http://feeds.example.org:${port}/a`;
    const answer = await fetchPublic({ url, headers: { 'if-none-match': '"1"' } }, [], stage);
    expect([answer.status, answer.bytes.toString(), answer.url]).toEqual([200, 'GET "1"', url]);
  });

  it('is not fetched from this machine or its network, however it is spelled', async () => {
    let calls = 0;
    const port = await serve((_request, response) => response.end(String(++calls)));
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '169.254.169.254',
    ])
      await expect(fetchPublic({ url: `http://${host}:${port}/` }, [])).rejects.toThrow('not on the open internet');
    for (const url of ['file:///etc/passwd', 'ftp://feeds.example.org/', 'http://a:b@feeds.example.org/', 'feeds'])
      await expect(fetchPublic({ url }, [], stage)).rejects.toThrow('no web address');
    expect(calls).toBe(0);
  });

  it('is fetched from inside when the operator named the host with its port', async () => {
    const port = await serve((_request, response) => response.end('inside'));
    const answer = await fetchPublic({ url: `http://127.0.0.1:${port}/` }, [`127.0.0.1:${port}`]);
    expect(answer.bytes.toString()).toBe('inside');
    await expect(fetchPublic({ url: `http://127.0.0.1:${port}/` }, ['127.0.0.1:1'])).rejects.toThrow();
  });

  it('is connected to where it was judged, though the name leads elsewhere a moment later', async () => {
    const port = await serve((_request, response) => response.end('judged'));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const turning = { ...stage, resolve: () => Promise.resolve(answers.shift() ?? []) };
    const answer = await fetchPublic({ url: `http://turning.example.org:${port}/` }, [], turning);
    expect(answer.bytes.toString()).toBe('judged');
    expect(answers).toHaveLength(1);
  });

  it('may redirect to another public one, which gets none of the headers', async () => {
    const second = await serve((request, response) =>
      response.end(JSON.stringify(request.headers['authorization'] ?? null)),
    );
    const first = await serve((_request, response) =>
      response.writeHead(302, { location: `http://other.example.org:${second}/b` }).end(),
    );
    const request = { url: `http://feeds.example.org:${first}/`, headers: { authorization: 'a made-up secret' } };
    const answer = await fetchPublic(request, [], stage);
    expect([answer.bytes.toString(), answer.url]).toEqual(['null', `http://other.example.org:${second}/b`]);
  });

  it('may not redirect to the inside, nor in circles', async () => {
    let calls = 0;
    const inside = await serve((_request, response) => response.end(String(++calls)));
    const first = await serve((request, response) =>
      response.writeHead(301, { location: request.url === '/circle' ? '/circle' : `http://[::1]:${inside}/` }).end(),
    );
    const url = `http://feeds.example.org:${first}`;
    await expect(fetchPublic({ url: `${url}/` }, [], stage)).rejects.toThrow('not on the open internet');
    await expect(fetchPublic({ url: `${url}/circle` }, [], stage)).rejects.toThrow('redirects too often');
    expect(calls).toBe(0);
  });

  it('is not followed when it redirects what was sent', async () => {
    const port = await serve((_request, response) => response.writeHead(307, { location: '/other' }).end());
    const request = { url: `http://feeds.example.org:${port}/`, method: 'POST' as const, body: '{}' };
    expect((await fetchPublic(request, [], stage)).status).toBe(307);
  });

  it('may say that nothing is new', async () => {
    const port = await serve((_request, response) => response.writeHead(304, { 'content-encoding': 'gzip' }).end());
    expect((await fetchPublic({ url: `http://feeds.example.org:${port}/` }, [], stage)).status).toBe(304);
  });

  it('gives no more than is bearable, packed or not, nor takes longer', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/slow') return;
      const isPacked = request.url === '/packed';
      response.writeHead(200, isPacked ? { 'content-encoding': 'gzip' } : {});
      response.end(isPacked ? gzipSync(Buffer.alloc(50_000)) : Buffer.alloc(50_000));
    });
    const url = `http://feeds.example.org:${port}`;
    for (const path of ['/plain', '/packed']) {
      await expect(fetchPublic({ url: url + path, mostBytes: 40_000 }, [], stage)).rejects.toThrow('too large');
      expect((await fetchPublic({ url: url + path, mostBytes: 60_000 }, [], stage)).bytes.length).toBe(50_000);
    }
    await expect(fetchPublic({ url: `${url}/slow`, patienceMs: 100 }, [], stage)).rejects.toThrow();
  });
});

it('a web address is told from what only looks like one', () => {
  expect(['https://feeds.example.org/a', 'http://192.0.2.1/'].every(isWebAddress)).toBe(true);
  expect(['', 'javascript:alert(1)', 'https://a@b.example.org', 5].some(isWebAddress)).toBe(false);
});
