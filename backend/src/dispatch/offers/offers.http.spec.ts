/** Offers of help over HTTP: taken once, sealed, found beside a need, matched, done; and what the plain page does. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DispatchView,
  HistoryEntry,
  IncidentDetail,
  OfferMatch,
  OfferView,
  OrganisationView,
  Page,
  ProblemBody,
  ReporterView,
} from '@atesto/contract';
import { addPerson, openIncident, type Person } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';
import { Database } from '../../platform/index.js';
import { EraseOfferContacts } from './erase-offer-contacts.js';

const server = useServer();
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const contact = { name: 'A. Example', phone: '+00 555 0101' };
let responder: Person;
let viewer: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder', 'Rosa');
  viewer = await addPerson(server, 'viewer', 'Vera');
});

const offer = (parts: object = {}, cookie: string | null = null) =>
  server.main<{ id: string } & ProblemBody>('/offers', {
    cookie,
    body: { kind: 'water', quantity: 5, unit: 'litres', contact, ...parts },
  });
const all = async (): Promise<OfferView[]> => (await server.main<{ items: OfferView[] }>('/offers')).body.items;
const one = async (id: string): Promise<OfferView | undefined> => (await all()).find((each) => each.id === id);
const say = <View = DispatchView & ProblemBody>(path: string, body: object) =>
  server.main<View>(path, { cookie: responder.cookie, body });
const matches = async (incident: string): Promise<OfferMatch[]> =>
  (await server.main<{ items: OfferMatch[] }>(`/incidents/${incident}/offers`)).body.items;

/** An incident of its own far from the others, with a need for ten. */
let places = 0;
async function needed(kind = 'water', quantity = 10) {
  const location = { lat: 10, lon: places++ * 3 - 60 };
  const { id } = await openIncident(server, { location }, { location });
  const { body } = await say(`/incidents/${id}/needs`, { kind, quantity, unit: 'litres' });
  return { id, need: body.needs[0]?.id ?? '', location };
}

describe('an offer from a citizen', () => {
  it('is kept once, however often it is sent, and refused where its id stands for another', async () => {
    const id = randomUUID();
    const first = await offer({ id, place: 'Mill lane' });
    const again = await offer({ id, place: 'Mill lane' });
    expect([first.status, again.status, again.body]).toEqual([201, 200, { id }]);
    expect((await offer({ id, place: 'Mill lane', quantity: 6 })).body.type).toBe('/problems/id-taken');
    expect(await one(id)).toMatchObject({ status: 'offered', quantity: 5, left: 5, place: 'Mill lane' });
    const { length } = (await all()).filter((each) => each.id === id);
    expect(length).toBe(1);
  });

  it.each([
    [{ kind: 'gold' }, '/kind'],
    [{ quantity: 0 }, '/quantity'],
    [{ quantity: 'many' }, '/quantity'],
    [{ contact: undefined }, '/contact'],
    [{ contact: { name: 'A. Example' } }, '/contact'],
    [{ contact: { email: 'nobody' } }, '/contact/email'],
    [{ location: { lat: 100, lon: 0 } }, '/location/lat'],
    [{ days: 0 }, '/days'],
  ])('that is not as it should be is refused by name: %j', async (parts, pointer) => {
    const { status, body } = await offer(parts);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('may hold any characters', async () => {
    const { status, body } = await offer({ what: 'a\u0000b\ud800', place: '\u0000' });
    expect(status).toBe(201);
    expect(await one(body.id)).toMatchObject({ place: null });
  });

  it('seals who made it; who may know is shown it, and that is journalled', async () => {
    const { id } = (await offer()).body;
    const database = server.app.get(Database);
    const text = JSON.stringify([
      await database.query('select * from offers where id = $1', [id]),
      await database.query('select * from offer_contacts where offer_id = $1', [id]),
      await database.query('select * from journal where subject_id = $1', [id]),
    ]);
    expect(text).not.toMatch(/Example|555/);
    const look = (cookie: string | null) => server.main<ReporterView>(`/offers/${id}/contact`, { cookie });
    expect((await look(responder.cookie)).body).toEqual({ name: 'A. Example', phone: '+00 555 0101', email: null });
    expect([(await look(null)).status, (await look(viewer.cookie)).status]).toEqual([401, 403]);
    const looks = await database.query<{ actor_id: string }>(
      `select actor_id from journal where subject_id = $1 and kind = 'offer.contact_viewed'`,
      [id],
    );
    expect(looks).toEqual([{ actor_id: responder.id }]);
  });

  it('is never shown to the public', async () => {
    for (const cookie of [null]) expect((await server.main('/offers', { cookie })).status).toBe(401);
  });

  it('is declined from the start when a program filled it', async () => {
    const { id } = (await offer({ trap: 'http://example.org' })).body;
    expect(await one(id)).toMatchObject({ status: 'declined' });
  });

  it('loses its contact after the term', async () => {
    const { id } = (await offer()).body;
    const database = server.app.get(Database);
    await database.query(`update offer_contacts set at = at - interval '30 years' where offer_id = $1`, [id]);
    await server.app.get(EraseOfferContacts).run();
    expect(await one(id)).toMatchObject({ contactable: false });
    expect((await server.main(`/offers/${id}/contact`)).status).toBe(404);
  });
});

describe('the list of offers', () => {
  it('comes in pages, the newest first', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.unshift((await offer()).body.id);
    const first = await server.main<Page<OfferView>>('/offers?limit=2');
    const second = await server.main<Page<OfferView>>(`/offers?limit=1&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
    expect((await server.main('/offers?cursor=none')).status).toBe(422);
    expect((await server.main('/offers?usable=maybe')).status).toBe(422);
  });

  it('tells apart what can be used from what ended, ran out or is used up', async () => {
    const { id, need, location } = await needed('rescue', 4);
    const free = (await offer({ kind: 'rescue' })).body.id;
    const used = (await offer({ kind: 'rescue', location, quantity: 4 })).body.id;
    await say(`/incidents/${id}/offers`, { need, offer: used });
    const late = (await offer({ kind: 'rescue' })).body.id;
    await server.app.get(Database).query(`update offers set until = at - interval '1 day' where id = $1`, [late]);
    const ended = (await offer({ kind: 'rescue' })).body.id;
    const { body } = await say<OfferView>(`/offers/${ended}/status`, { status: 'declined' });
    expect(body).toMatchObject({ id: ended, status: 'declined' });
    const idsOf = async (usable: boolean): Promise<string[]> => {
      const page = await server.main<Page<OfferView>>(`/offers?usable=${usable}`);
      return page.body.items.filter(({ kind }) => kind === 'rescue').map((each) => each.id);
    };
    expect(await idsOf(true)).toEqual([free]);
    expect(await idsOf(false)).toEqual([ended, late, used]);
  });
});

describe('an offer of an organisation', () => {
  it('is said by responders only, without a contact', async () => {
    const { body: organisation } = await server.call<OrganisationView>('/api/v1/organisations', {
      body: { name: 'Example Relief' },
    });
    const parts = { organisation: organisation.id, contact: undefined };
    expect((await offer(parts)).status).toBe(403);
    expect((await offer(parts, viewer.cookie)).status).toBe(403);
    const { status, body } = await offer(parts, responder.cookie);
    expect([status, (await one(body.id))?.organisation?.name]).toEqual([201, 'Example Relief']);
    expect((await offer({ organisation: randomUUID() }, responder.cookie)).status).toBe(422);
  });
});

describe('beside a need', () => {
  it('stand the offers near it, the best first, with reasons', async () => {
    const { id, need, location } = await needed();
    const near = (await offer({ location, quantity: 10 })).body.id;
    const part = (await offer({ location: { ...location, lat: location.lat + 0.2 }, quantity: 2 })).body.id;
    const far = (await offer({ location: { ...location, lat: location.lat + 1 } })).body.id;
    const other = (await offer({ location, kind: 'food' })).body.id;
    const found = (await matches(id)).filter(({ distanceMetres }) => distanceMetres !== null);
    expect(found.map((each) => [each.offer.id, each.need, each.reasons])).toEqual([
      [near, need, ['near', 'enough']],
      [part, need, ['near', 'part']],
    ]);
    expect(found[0]).toMatchObject({ score: 1, distanceMetres: 0 });
    expect((await all()).map((each) => each.id)).toEqual(expect.arrayContaining([far, other]));
    const unknown = (await offer({ place: 'somewhere' })).body.id;
    const last = (await matches(id)).find((each) => each.offer.id === unknown);
    expect(last).toMatchObject({ distanceMetres: null, reasons: ['place_unknown', 'part'] });
  });

  it('one press makes a task of it, and the last one done ends the incident', async () => {
    const { id, need, location } = await needed('food', 4);
    const given = (await offer({ location, kind: 'food', quantity: 6, what: 'Bread' })).body.id;
    const { status, body } = await say(`/incidents/${id}/offers`, { need, offer: given });
    expect(status).toBe(201);
    expect(body.tasks).toMatchObject([{ need, offer: given, quantity: 4, status: 'open', note: 'Bread' }]);
    expect(await one(given)).toMatchObject({ status: 'matched', left: 2 });
    expect((await say(`/incidents/${id}/offers`, { need, offer: given })).body.type).toBe('/problems/nothing-left');
    expect((await say(`/offers/${given}/status`, { status: 'withdrawn' })).status).toBe(409);
    const task = `/incidents/${id}/tasks/${body.tasks[0]?.id}/status`;
    await say(task, { status: 'accepted' });
    await say(task, { status: 'done' });
    const { body: incident } = await server.main<IncidentDetail>(`/incidents/${id}`);
    expect(incident.status).toBe('resolved');
    const { body: history } = await server.main<{ items: HistoryEntry[] }>(`/incidents/${id}/history`);
    expect(history.items.map(({ kind }) => kind)).toContain('incident.task_added');
  });

  it('an offer is given once: what a task was declined for is free again', async () => {
    const { id, need, location } = await needed('tools', 3);
    const given = (await offer({ location, kind: 'tools', quantity: 3 })).body.id;
    const { body } = await say(`/incidents/${id}/offers`, { need, offer: given });
    const elsewhere = await needed('tools', 3);
    const again = { need: elsewhere.need, offer: given };
    expect((await say(`/incidents/${elsewhere.id}/offers`, again)).body.type).toBe('/problems/offer-gone');
    await say(`/incidents/${id}/tasks/${body.tasks[0]?.id}/status`, { status: 'declined' });
    expect(await one(given)).toMatchObject({ status: 'offered', left: 3 });
    expect((await say(`/incidents/${elsewhere.id}/offers`, again)).status).toBe(201);
  });

  it('a task that was cancelled does not get back what went to another, or was withdrawn', async () => {
    const [one, other] = [await needed('power', 3), await needed('power', 3)];
    const given = (await offer({ location: one.location, kind: 'power', quantity: 3 })).body.id;
    const taskOf = async ({ id, need }: typeof one): Promise<string> => {
      const { body } = await say(`/incidents/${id}/offers`, { need, offer: given });
      return `/incidents/${id}/tasks/${body.tasks[0]?.id}/status`;
    };
    const first = await taskOf(one);
    await say(first, { status: 'cancelled' });
    const second = await taskOf(other);
    expect((await say(first, { status: 'open' })).body.type).toBe('/problems/offer-gone');
    await say(second, { status: 'declined' });
    await say(`/offers/${given}/status`, { status: 'withdrawn' });
    expect((await say(first, { status: 'open' })).status).toBe(409);
    await say(`/offers/${given}/status`, { status: 'offered' });
    expect((await say(first, { status: 'open' })).status).toBe(200);
  });

  it('one that ended, ran out or is of another kind is not given', async () => {
    const { id, need, location } = await needed('shelter', 2);
    const ended = (await offer({ location, kind: 'shelter' })).body.id;
    await say(`/offers/${ended}/status`, { status: 'withdrawn' });
    const late = (await offer({ location, kind: 'shelter' })).body.id;
    await server.app.get(Database).query(`update offers set until = at - interval '1 day' where id = $1`, [late]);
    const other = (await offer({ location, kind: 'power' })).body.id;
    for (const given of [ended, late, other]) {
      expect((await say(`/incidents/${id}/offers`, { need, offer: given })).status).toBe(409);
    }
    expect((await say(`/incidents/${id}/offers`, { need, offer: randomUUID() })).status).toBe(404);
    expect(await matches(id)).toEqual([]);
    await say(`/offers/${ended}/status`, { status: 'offered' });
    expect((await matches(id)).map((each) => each.offer.id)).toEqual([ended]);
  });
});

describe('the page for offers', () => {
  const fields = { id: randomUUID(), kind: 'people', quantity: '٢', days: '14', what: 'Two strong people' };
  const post = (given: Record<string, string>, language = 'en') =>
    server.call<string>(`/offer/main?lang=${language}`, {
      cookie: null,
      headers: asForm,
      body: new URLSearchParams(given).toString(),
    });

  it('is linked from the phone page, in its language', async () => {
    const { body } = await server.call<string>('/report/main?lang=de', { cookie: null });
    expect(body).toContain('href="/offer/main?lang=de"');
    for (const language of ['en', 'de', 'fr', 'es', 'ar']) {
      const page = await server.call<string>(`/offer/main?lang=${language}`, { cookie: null });
      expect([page.status, page.body.includes(`<html lang="${language}"`)]).toEqual([200, true]);
    }
  });

  it('keeps what was sent and thanks; the same again is the same offer', async () => {
    const given = { ...fields, phone: '+00 555 0102', place: '12.51234, -61.25678' };
    const sent = await post(given);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/offer/main?sent=1&lang=en']);
    await post(given);
    const kept = (await all()).filter(({ what }) => what === fields.what);
    expect(kept).toMatchObject([{ kind: 'people', quantity: 2, location: { lat: 12.51234, lon: -61.25678 } }]);
    const thanks = await server.call<string>(sent.headers.get('location') ?? '', { cookie: null });
    expect(thanks.body).toContain('Thank you for offering help');
  });

  it('takes a quick correction for what it is', async () => {
    const given = { ...fields, id: randomUUID(), what: 'A quick hand' };
    expect((await post(given)).status).toBe(422);
    expect((await post({ ...given, phone: '+00 555 0109' })).status).toBe(303);
    expect((await all()).find(({ what }) => what === given.what)?.status).toBe('offered');
  });

  it('shows what was typed again, with what is wrong beside it', async () => {
    const { status, body } = await post({ ...fields, quantity: 'some', what: '<b>Boats</b>' });
    expect(status).toBe(422);
    expect(body).toContain('Write a whole number of at least 1.');
    expect(body).toContain('Write a phone number or an e-mail address');
    expect(body).toContain('&lt;b>Boats&lt;/b>');
    expect(body).toMatch(/value="people"[^>]*checked|checked[^>]*value="people"/);
    expect((await post({})).status).toBe(422);
    expect((await post({ ...fields, email: 'a@-..b' })).status).toBe(422);
  });
});
