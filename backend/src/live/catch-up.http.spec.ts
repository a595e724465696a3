/** A client of the live feed that was away: it hears what it missed, all of it, once, and nothing that it may not know. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { eventually } from '../../../test/support/eventually.js';
import { box, useClients } from '../../../test/support/live-client.js';
import { addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
const connect = useClients(server);
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
});

describe('a client that comes back', () => {
  // First of all: nobody has come back yet.
  it('hears of very many what lies where it looks, while others watched on', async () => {
    const stays = connect(responder.cookie);
    await stays.watch({ audience: 'responders' });
    const { cursor } = await connect(responder.cookie).watch({ audience: 'responders' });
    const [near, all] = [new Set<string>(), new Set<string>()];
    while (all.size < 2_400) {
      const send = (_: unknown, at: number) =>
        sendReport(server, { location: at % 2 === 0 ? { lat: 5, lon: 5 } : { lat: -5, lon: -5 } });
      const sent = await Promise.all(Array.from({ length: 200 }, send));
      for (const [at, { id }] of sent.entries()) {
        all.add(id);
        if (at % 2 === 0) near.add(id);
      }
    }
    await stays.hears([...all].at(-1) ?? '');
    const client = connect(responder.cookie);
    const ack = await client.watch({ audience: 'responders', cursor, bbox: box(5, 5) });
    expect(ack.reload).toBeUndefined();
    await client.hears([...near].at(-1) ?? '');
    expect(new Set(client.items.map(({ id }) => id))).toEqual(near);
    // All of it at once would be more than the lists that tell the same.
    expect(await connect(responder.cookie).watch({ audience: 'responders', cursor })).toMatchObject({ reload: true });
  });

  it('gets what it missed, once, in order, and then goes on', async () => {
    const first = connect(responder.cookie);
    await first.watch({ audience: 'responders' });
    const seen = await sendReport(server);
    await first.hears(seen.id);
    const cursor = first.frames.at(-1)?.cursor ?? '';
    first.close();
    const missed = [await sendReport(server), await sendReport(server)].map(({ id }) => id);
    const second = connect(responder.cookie);
    // Whoever reads only what is settled may have to wait for it for a moment.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ack = await second.watch({ audience: 'responders', cursor });
    expect(ack.reload).toBeUndefined();
    await second.hears(missed[1] ?? '');
    expect(second.items.map(({ id }) => id)).toEqual(missed);
    const later = await sendReport(server);
    await second.hears(later.id);
    expect(second.items.map(({ id }) => id)).toEqual([...missed, later.id]);
  });

  it('with a box gets only what it would have seen', async () => {
    const { cursor } = await connect(responder.cookie).watch({ audience: 'responders' });
    const near = await sendReport(server, { location: { lat: -20, lon: 10 } });
    const far = await sendReport(server, { location: { lat: -20, lon: 60 } });
    const unplaced = await sendReport(server);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const client = connect(responder.cookie);
    await client.watch({ audience: 'responders', cursor, bbox: box(10, -20) });
    await client.hears(unplaced.id);
    expect(client.about(near.id)).toHaveLength(1);
    expect(client.about(far.id)).toEqual([]);
  });

  it('from the public gets nothing that it may not see', async () => {
    const { cursor } = await connect().watch({});
    const report = await sendReport(server);
    const { id } = await openIncident(server);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const client = connect();
    await client.watch({ cursor });
    await client.hears(id);
    expect(client.about(report.id)).toEqual([]);
    expect(JSON.stringify(client.frames)).not.toContain('"report":');
  });

  it('from the public is not told what was public for a while only', async () => {
    const stays = connect();
    await stays.watch({});
    const { cursor } = await connect().watch({});
    const { id } = await openIncident(server, { title: 'Hidden again' });
    await stays.hears(id);
    const headers = { 'if-match': (await server.main(`/incidents/${id}`)).headers.get('etag') ?? '' };
    const { status } = await server.main(`/incidents/${id}`, {
      method: 'PATCH',
      headers,
      body: { visibility: 'internal' },
    });
    expect(status).toBe(200);
    await stays.hears(id, 'incident.withdrawn');
    const client = connect();
    await client.watch({ cursor });
    await client.hears(id);
    expect(client.about(id).map(({ kind }) => kind)).toEqual(['incident.withdrawn']);
    expect(JSON.stringify(client.frames)).not.toContain('Hidden again');
  });

  it('with a cursor from another database is told to load anew', async () => {
    const ack = await connect().watch({ cursor: '999999999999.1' });
    expect(ack).toMatchObject({ reload: true, cursor: expect.stringMatching(/^\d+\.\d+$/) });
  });
});

describe('a client that does not read', () => {
  it('is told to load anew instead of being waited for', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie: responder.cookie },
    });
    const heard: string[] = [];
    const watching = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const text = (data as Buffer).toString();
        heard.push(text.slice(0, 60));
        if (text.startsWith('0{')) socket.send('40/live,');
        const watch = { deployment: 'main', audience: 'responders' };
        if (text.startsWith('40/live')) socket.send(`42/live,0["watch",${JSON.stringify(watch)}]`);
        if (text.startsWith('43/live')) resolve();
      });
    });
    await watching;
    socket.pause();
    const text = 'All of it under water. '.repeat(210);
    for (let round = 0; round < 28; round++)
      await Promise.all(Array.from({ length: 100 }, (_, at) => sendReport(server, { text: `${round} ${at} ${text}` })));
    socket.resume();
    const reload = expect.stringMatching(/^42\/live,\["reload"/);
    await eventually(() => Promise.resolve(expect(heard).toContainEqual(reload)));
    socket.terminate();
  }, 240_000);
});
