/** A responder chooses what to be told of; the bell rings while the room is open, and leads to what it is about. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { detail, openSettings, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();
const text = 'Exercise: the dyke leaks at the mill';

describe('a responder', () => {
  let page: Page;
  beforeAll(async () => {
    const { email, password } = await addPerson(server, 'responder');
    page = await people.person();
    await signIn(page, email, password);
  });

  it('adds a rule, and the bell rings for what fits it', async () => {
    await openSettings(page, 'My notices');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.getByRole('region', { name: 'Rule 2' });
    await rule.getByLabel('New report').check();
    await page.getByLabel(/^Quiet hours/).check();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Back to the room' }).click();
    await sendReport(server, { text });
    await page.getByRole('button', { name: 'Notices, 1 not read' }).click();
    const panel = page.getByRole('region', { name: 'Notices' });
    expect(await barriers(page)).toEqual([]);
    await panel.getByRole('button').filter({ hasText: text }).click();
    await detail(page).getByText(text).first().waitFor();
  });

  it('reads them all, also on a phone', async () => {
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: 'Notices, 1 not read' }).click();
    await page.getByRole('button', { name: 'Read all' }).click();
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
