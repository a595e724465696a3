/** The console and the public map keep nobody out: nothing serious or critical by axe, in both languages, light and dark. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { act, openIncident, sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();

const text = 'The well at the school is dry';

/** The few words that these walks need, in both languages. */
const words = {
  'en-GB': {
    signIn: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    back: 'Back to the list',
    incidents: 'Incidents',
    edit: 'Edit',
    verify: 'Verify',
    cancel: 'Cancel',
    settings: 'Settings',
    filters: 'Filters',
    legend: 'Legend',
  },
  'de-DE': {
    signIn: 'Anmelden',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    back: 'Zurück zur Liste',
    incidents: 'Vorfälle',
    edit: 'Bearbeiten',
    verify: 'Bestätigen',
    cancel: 'Abbrechen',
    settings: 'Einstellungen',
    filters: 'Filter',
    legend: 'Legende',
  },
};

describe.each([
  ['in English, light', 'en-GB', {}],
  ['in English, dark, on a phone', 'en-GB', { colorScheme: 'dark', viewport: phone }],
  ['in German, light', 'de-DE', {}],
] as [string, keyof typeof words, BrowserContextOptions][])('pages %s', (_, locale, options) => {
  const w = words[locale];
  let page: Page;
  let report: string;

  beforeAll(async () => {
    page = await people.person({ locale, ...options });
    await openIncident(server, { title: 'Dry well', place: 'The school' }, { location: { lat: 1, lon: 2 } });
    const asked = await sendReport(server, { text, place: 'Behind the school', location: { lat: 3, lon: 4 } });
    report = asked.id;
    await act(server, asked.id, 'claim', server.adminCookie);
    await act(server, asked.id, 'ask', server.adminCookie, { text: 'Which school?' });
  });

  const expectOpen = async (): Promise<void> => expect(await barriers(page)).toEqual([]);

  it('of the public map are open to all', async () => {
    await page.goto('/map/main');
    await page.getByRole('tab').first().waitFor();
    await page.locator('.leaflet-container').waitFor();
    await expectOpen();
    for (const tab of [w.filters, w.legend]) {
      await page.getByRole('tab', { name: tab }).click();
      await expectOpen();
    }
    const { body } = await server.main<{ items: { id: string }[] }>('/incidents', { cookie: null });
    await page.goto(`/map/main?incident=${body.items[0]?.id}`);
    await page.getByRole('heading', { name: 'Dry well' }).waitFor();
    await expectOpen();
  });

  it('of the console are open to all', async () => {
    await page.goto(`/console/main?report=${report}`);
    await page.getByRole('button', { name: w.signIn }).waitFor();
    await expectOpen();
    await page.getByLabel(w.email).fill(adminEmail);
    await page.getByLabel(w.password, { exact: true }).fill(adminPassword);
    await page.getByRole('button', { name: w.signIn }).click();
    await page.getByRole('toolbar').waitFor();
    await expectOpen();
    await page.getByRole('button', { name: w.verify, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await expectOpen();
    await page.getByRole('dialog').getByRole('button', { name: w.cancel }).click();
    await page.getByRole('button', { name: w.edit, exact: true }).click();
    await expectOpen();
    const { body } = await server.main<{ items: { id: string }[] }>('/incidents');
    await page.goto(`/console/main?tab=incidents&incident=${body.items[0]?.id}`);
    await page.getByRole('heading', { name: 'Dry well' }).waitFor();
    await expectOpen();
  });

  it('of the settings are open to all', async () => {
    for (const section of ['deployment', 'categories', 'people', 'organisations', 'handout', 'keys', 'password']) {
      await page.goto(`/console/main/settings/${section}`);
      await page.getByRole('heading', { level: 2 }).waitFor();
      expect([section, await barriers(page)]).toEqual([section, []]);
    }
  });
});
