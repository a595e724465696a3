/** Open data from the coordinator's choice to whoever takes it: chosen in the settings, found from the map, read by all. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentView } from '@atesto/contract';
import { WriteDumps } from '../../backend/src/open-data/index.js';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { openSettings, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const folder = process.env['ATESTO_SCREENSHOTS'];
const smallest = { width: 320, height: 640 };

beforeAll(async () => {
  await openIncident(server, { title: 'Dry well' }, { location: { lat: 1.5, lon: 2.5 } });
});

describe('open data', () => {
  it('is offered by a coordinator who chooses a licence', async () => {
    const page = await people.person();
    await signIn(page, adminEmail, adminPassword);
    await openSettings(page, 'Deployment');
    await page.getByLabel('Licence', { exact: true }).selectOption('CC-BY-4.0');
    await page.getByLabel('Publisher', { exact: true }).fill('An Example Aid');
    await page.getByLabel('Public contact for the data').fill('data@example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(async () => {
      const { policy } = (await server.main<DeploymentView>('')).body;
      expect(policy).toMatchObject({
        licence: 'CC-BY-4.0',
        publisher: 'An Example Aid',
        dataContact: 'data@example.org',
      });
    });
    if (folder !== undefined) {
      await page.getByText('Open data', { exact: true }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(folder, 'open-data-settings.png') });
    }
    await server.app.get(WriteDumps).run();
  });

  it('is found from the map', async () => {
    const page = await people.person({ viewport: phone });
    await page.goto('/map/main');
    await page
      .getByRole('tab', { name: 'Share' })
      .or(page.getByRole('button', { name: 'Share' }))
      .first()
      .click();
    await page.getByRole('link', { name: /^Open data/ }).click();
    await page.getByRole('heading', { name: 'Files' }).waitFor();
  });

  it.each(['en', 'de', 'fr', 'es', 'ar'])('is read in %s on every screen, by day and by night', async (language) => {
    const page = await people.person({ locale: language, viewport: phone });
    for (const path of ['/data', '/data/main', '/data/main/schema']) {
      await page.setViewportSize(smallest);
      await page.goto(path);
      if (path === '/data/main') await page.locator('.dump code').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width <= smallest.width]).toEqual([path, true]);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([path, await barriers(page, 'all')]).toEqual([path, []]);
        if (folder === undefined || (language !== 'en' && language !== 'ar')) continue;
        for (const viewport of [phone, { width: 1280, height: 900 }]) {
          await page.setViewportSize(viewport);
          const name = ['open-data', path.replaceAll('/', '-'), language, colorScheme, viewport.width].join('-');
          await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
        }
      }
    }
  });
});
