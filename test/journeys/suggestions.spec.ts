/** What the words of a report speak for is suggested with its reason; a press takes it over; a coordinator changes the words. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportDetail } from '@atesto/contract';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { until } from '../support/gateways.js';
import { sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { detail, open, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const text = 'Exercise: the bridge is down and a man is bleeding';
const located = `${text} at 41.25012, 11.50034`;
const suggestions = (page: Page) => detail(page).getByRole('region', { name: 'Suggestions from the words' });

describe('the open report', () => {
  let page: Page;
  beforeAll(async () => {
    page = await people.person();
    await signIn(page, adminEmail, adminPassword);
  });

  it('shows what its words speak for, and takes it over by a press', async () => {
    const { id } = await sendReport(server, { text: located });
    const kept = async (): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;
    await open(page, text);
    await suggestions(page).getByText('“bridge is down”').waitFor();
    expect(await kept()).toMatchObject({ category: null, priority: 'normal', location: null });
    await suggestions(page).getByRole('button', { name: 'Take over: Category Road or bridge blocked' }).click();
    await suggestions(page).getByText('“bridge is down”').waitFor({ state: 'detached' });
    await suggestions(page).getByRole('button', { name: 'Take over: Priority Critical' }).click();
    await suggestions(page)
      .getByRole('button', { name: /^Take over: Place 41\.2501, 11\.5003/ })
      .click();
    await suggestions(page).waitFor({ state: 'detached' });
    await until(async () => (await kept()).location !== null);
    expect(await kept()).toMatchObject({ category: 'road', priority: 'critical', location: { lat: 41.25012 } });
  });

  it('follows the words that the coordinator writes', async () => {
    // The entry that finds nothing is refused, which the browser logs by itself.
    people.expects(/status of 422 .*\/words$/);
    await page.goto('/console/main/settings/words');
    const field = page.getByRole('textbox', { name: 'Fire', exact: true });
    await field.fill('zork*, *');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('These find nothing: *.').waitFor();
    await field.fill('zork*');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Put Fire back as it comes with Atesto' }).waitFor();
    await sendReport(server, { text: 'Exercise: many zorks' });
    await page.goto('/console/main');
    await open(page, 'Exercise: many zorks');
    await suggestions(page).getByText('“zorks”').waitFor();
  });

  it.each([
    ['on a phone, in the dark', { colorScheme: 'dark', viewport: phone } as const],
    ['in German', { locale: 'de-DE' }],
  ])('keeps nobody out %s', async (_, options) => {
    const { id } = await sendReport(server, { text: located });
    const other = await people.person(options);
    await other.goto(`/console/main?report=${id}`);
    await other.locator('input[type=email]').fill(adminEmail);
    await other.locator('input[type=password]').fill(adminPassword);
    await other.locator('button[type=submit]').click();
    await other.locator('.suggestion').first().waitFor();
    expect(await barriers(other)).toEqual([]);
    await other.goto('/console/main/settings/words');
    await other.locator('.words-list').first().waitFor();
    expect(await barriers(other)).toEqual([]);
  });
});
