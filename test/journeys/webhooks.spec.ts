/** A coordinator registers a webhook in the console, tries it, sees what was sent, and has it sent again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { addPerson, openIncident } from '../support/people.js';
import { Receiver } from '../support/receiver.js';
import { TestServer } from '../support/test-server.js';
import { openSettings, signIn } from './room.js';

const server = new TestServer();
const receiver = new Receiver();
const people = useBrowser(() => server.url);
const person = { email: '', password: '' };
let page: Page;
const pictures = process.env['PICTURES'];

async function picture(of: Page, name: string): Promise<void> {
  if (pictures !== undefined) await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

beforeAll(async () => {
  await receiver.start();
  await server.start({ GATEWAY_HOSTS: receiver.host });
  Object.assign(person, await addPerson(server, 'coordinator', 'Cora Example'));
  page = await people.person({ viewport: { width: 1280, height: 900 } });
  await signIn(page, person.email, person.password);
  await openSettings(page, 'Webhooks');
}, 120_000);
afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

describe('webhooks in the console', () => {
  it('are added with an address, and tell their secret once', async () => {
    await page.getByText('No webhooks yet.').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByLabel('Name').fill('Dispatch of the made-up town');
    await page.getByLabel('Address').fill(`http://${receiver.host}/incidents`);
    await page.getByLabel('What it is told').selectOption('responders');
    await picture(page, 'webhook-form');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByText('Nothing sent yet').waitFor();
  });

  it('are tried, and say what was answered', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/^It answered 200 after \d+ ms\.$/).waitFor();
    receiver.behave = () => ({ status: 500 });
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('It did not work: The answer was 500.').waitFor();
    receiver.behave = () => ({ status: 200 });
  });

  it('show what was sent, and send it again', async () => {
    const { id } = await openIncident(server, { title: 'Dry well' });
    await server.main(`/incidents/${id}/status`, { body: { status: 'resolved', reason: 'Rain', public: true } });
    const log = page.getByRole('region', { name: 'What was sent' });
    for (;;) {
      await page.getByRole('button', { name: 'Look again' }).click();
      if ((await log.getByText('delivered').count()) === 2) break;
      await page.waitForTimeout(300);
    }
    await log.getByText('An incident is resolved').waitFor();
    await picture(page, 'webhook-light');
    expect(await barriers(page)).toEqual([]);
    const before = receiver.taken.length;
    await log.getByRole('button', { name: 'Send again' }).first().click();
    await page.getByText('1 is sent again.').waitFor();
    for (let tries = 0; tries < 100 && receiver.taken.length === before; tries++) await page.waitForTimeout(100);
    expect(receiver.taken).toHaveLength(before + 1);
  });

  it('can be used on a phone, and in the dark', async () => {
    for (const [name, viewport, colorScheme] of [
      ['webhook-phone', phone, 'light'],
      ['webhook-dark', { width: 1280, height: 900 }, 'dark'],
    ] as const) {
      const other = await people.person({ viewport, colorScheme });
      await signIn(other, person.email, person.password);
      await other.goto('/console/main/settings/webhooks');
      await other.getByRole('button', { name: /^Dispatch of the made-up town/ }).click();
      await other.getByRole('button', { name: 'Send a test' }).waitFor();
      await other.getByText('An incident is resolved').first().waitFor();
      await picture(other, name);
      expect(await barriers(other)).toEqual([]);
    }
  });
});
