/** Two installations: a coordinator of one invites the other, shares an incident, and sees it accepted there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { addPerson, openIncident } from '../support/people.js';
import { freePort } from '../support/postgis.js';
import { TestServer } from '../support/test-server.js';
import { detail, openSettings, signIn } from './room.js';

const [ours, theirs] = [new TestServer(), new TestServer()];
const people = useBrowser(() => ours.url);
const person = { email: '', password: '' };
let [here, there] = [] as unknown as [Page, Page];
const pictures = process.env['PICTURES'];

async function picture(of: Page, name: string): Promise<void> {
  if (pictures !== undefined) await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const location = { lat: 50.1, lon: 7.2 };

beforeAll(async () => {
  const ports = [await freePort(), await freePort()];
  const envOf = (port = 0) => ({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    GATEWAY_HOSTS: ports.map((one) => `127.0.0.1:${one}`).join(),
  });
  await ours.start(envOf(ports[0]));
  await theirs.start(envOf(ports[1]));
  const [mine, other] = [
    await addPerson(ours, 'coordinator', 'Cora Example'),
    await addPerson(theirs, 'coordinator', 'Theo Example'),
  ];
  Object.assign(person, other);
  here = await people.person({ viewport: { width: 1280, height: 900 } });
  there = await people.person({ viewport: { width: 1280, height: 900 }, baseURL: theirs.url });
  await signIn(here, mine.email, mine.password);
  await signIn(there, other.email, other.password);
}, 300_000);
afterAll(async () => {
  await ours.stop();
  await theirs.stop();
});

describe('sharing in the console', () => {
  it('begins with an invitation that the other side enters', async () => {
    await openSettings(here, 'Sharing');
    await here.getByLabel('Who is it for?').fill('The made-up neighbours');
    await here.getByRole('button', { name: 'Invite', exact: true }).click();
    const code = await here.getByText(/^atesto-share-/).textContent();
    await openSettings(there, 'Sharing');
    await there.getByLabel('Code', { exact: true }).fill(code ?? '');
    await there.getByRole('button', { name: 'Enter a code' }).click();
    await there.getByText(/^Active/).waitFor();
    await picture(there, 'sharing-partners');
    expect(await barriers(there)).toEqual([]);
  });

  it('shares an incident, which is counted in the bar there and accepted', async () => {
    const { id } = await openIncident(ours, { title: 'Dry well', category: 'water' }, { location });
    await here.goto(`/console/main?incident=${id}`);
    await detail(here).getByRole('button', { name: 'Share with …' }).click();
    await here.getByLabel('A word for them').fill('Yours to fill?');
    await picture(here, 'sharing-dialog');
    await here.getByRole('dialog').getByRole('button', { name: 'Share with …' }).click();
    await detail(here).getByText('not answered yet').waitFor();
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await theirs.main<{ waiting: number }>('/sharing/inbox');
      if (body.waiting === 1) break;
      await there.waitForTimeout(100);
    }
    await there.goto('/console/main');
    await there.getByRole('button', { name: '1 shared with you' }).click();
    const inbox = there.getByRole('region', { name: 'Shared with us' });
    await inbox.getByText('Waits for your answer').waitFor();
    await inbox.getByText('They say: Yours to fill?').waitFor();
    await picture(there, 'sharing-inbox');
    expect(await barriers(there)).toEqual([]);
    await inbox.getByRole('button', { name: 'Accept' }).click();
    await there.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await inbox.getByRole('button', { name: 'Open incident 1' }).click();
    await detail(there).getByText('Atesto, number 1').waitFor();
    await picture(there, 'sharing-accepted');
    expect(await barriers(there)).toEqual([]);
  });

  it('can be used on a phone, and in the dark', async () => {
    for (const [name, viewport, colorScheme] of [
      ['sharing-phone', phone, 'light'],
      ['sharing-dark', { width: 1280, height: 900 }, 'dark'],
    ] as const) {
      const other = await people.person({ viewport, colorScheme, baseURL: theirs.url });
      await signIn(other, person.email, person.password);
      await other.goto('/console/main/settings/sharing');
      await other.getByText('Accepted').waitFor();
      await picture(other, name);
      expect(await barriers(other)).toEqual([]);
    }
  });
});
