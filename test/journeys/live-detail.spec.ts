/** What citizens add later is in the open detail at once: photos that follow, answers, and that they see it too. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.js';
import { act, openIncident, sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { photo } from './citizen.js';
import { detail, open, openTab, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const words = 'Water stands in the cellar';

async function upload(followPath: string): Promise<void> {
  const bytes = await photo();
  const answer = await fetch(`${server.url}/api/v1${followPath}/photos/${randomUUID()}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'upload-length': String(bytes.length),
    },
    body: new Uint8Array(bytes),
  });
  expect([answer.status, answer.headers.get('upload-complete')]).toEqual([204, '?1']);
}

describe('the open detail', () => {
  let page: Page;

  beforeAll(async () => {
    page = await people.person();
    await signIn(page, adminEmail, adminPassword);
  });

  it('says which photos are still on their way, and shows them as they come', async () => {
    const { followPath } = await sendReport(server, { text: words, photos: 2 });
    await open(page, words);
    await row(page, words).getByText('0/2').waitFor();
    await detail(page).getByText('2 of 2 photos and recordings are still on their way.').waitFor();
    await upload(followPath);
    await detail(page).getByText('1 of 2 photos and recordings are still on their way.').waitFor();
    await row(page, words).getByText('1/2').waitFor();
    await upload(followPath);
    await detail(page).getByRole('button', { name: 'Open file 2 large' }).waitFor();
    expect(await detail(page).getByText('still on their way').count()).toBe(0);
  });

  it('has the reporter’s answer at once; a report that is not open is marked until it is', async () => {
    const asked = [
      await sendReport(server, { text: 'First asked' }),
      await sendReport(server, { text: 'Second asked' }),
    ];
    for (const { id } of asked) {
      await act(server, id, 'claim', server.adminCookie);
      await act(server, id, 'ask', server.adminCookie, { text: 'Where exactly?' });
    }
    await open(page, 'First asked');
    for (const { followPath } of asked) {
      const body = new URLSearchParams({ text: 'Behind the mill' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await server.call(followPath, { cookie: null, body, headers })).status).toBe(303);
    }
    await detail(page).getByText('Behind the mill').waitFor();
    const mark = row(page, 'Second asked').getByTitle('The reporter wrote back');
    await mark.waitFor();
    expect(await row(page, 'First asked').getByTitle('The reporter wrote back').count()).toBe(0);
    await open(page, 'Second asked');
    await mark.waitFor({ state: 'detached' });
  });

  it('counts the people who see an incident too, here and on the public map', async () => {
    const { id } = await openIncident(server, { title: 'Cellars under water', place: 'Old town' });
    await openTab(page, 'Incidents');
    await open(page, 'Cellars under water');
    const onlooker = await people.person();
    await onlooker.goto(`/map/main?incident=${id}`);
    await onlooker.getByRole('heading', { name: 'Cellars under water' }).waitFor();
    for (const count of ['1 person says they see this too', '2 people say they see this too']) {
      await server.main(`/incidents/${id}/confirmations`, { cookie: null, body: { person: randomUUID() } });
      await detail(page).getByText(count).waitFor();
      await onlooker.getByText(count).waitFor();
    }
  });

  it('shows on the public map what happened between loading the page and being live', async () => {
    const { id } = await openIncident(server, { title: 'Bridge closed', place: 'Old town' });
    const onlooker = await people.person();
    let letThrough = (): void => undefined;
    const isOpen = new Promise<void>((resolve) => (letThrough = resolve));
    await onlooker.routeWebSocket(/socket\.io/, async (socket) => {
      await isOpen;
      socket.connectToServer();
    });
    await onlooker.goto(`/map/main?incident=${id}`);
    await onlooker.getByRole('heading', { name: 'Bridge closed' }).waitFor();
    await server.main(`/incidents/${id}/confirmations`, { cookie: null, body: { person: randomUUID() } });
    letThrough();
    await onlooker.getByText('1 person says they see this too').waitFor();
  });
});
