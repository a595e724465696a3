import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPublic } from './ask-public.js';
import { publicLookup } from './public-address.js';

let connections = 0;
const inside = createServer((socket) => {
  connections++;
  socket.destroy();
});
beforeAll(() => new Promise<void>((resolve) => void inside.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => inside.close(resolve)));

describe('a host that somebody named', () => {
  it('is never connected to when its name leads into our own network', async () => {
    const { port } = inside.address() as AddressInfo;
    const url = `https://sms.example.org:${port}/`;
    const content = { method: 'GET', headers: {}, body: undefined };
    const found = [{ address: '127.0.0.1', family: 4 }];
    const guarded = publicLookup((_hostname, _options, done) => done(null, found));
    await expect(askPublic(url, content, 2_000, guarded)).rejects.toThrow('The host is not a public one.');
    expect(connections).toBe(0);
    await expect(
      askPublic(url, content, 2_000, (_hostname, { all }, done) =>
        all === true ? done(null, found) : done(null, '127.0.0.1', 4),
      ),
    ).rejects.toThrow();
    expect(connections).toBe(1);
  });
});
