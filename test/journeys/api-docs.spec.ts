/** Who writes a program reads how: on a desk, on a phone, by night, without a script, and with a box to find a call. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { squeezed } from '../support/sight.js';
import { useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();
const folder = process.env['ATESTO_SCREENSHOTS'];

describe('the page of the API', () => {
  it('keeps nobody out, and fits a phone', async () => {
    const page = await people.person({ viewport: { ...phone, width: 320 } });
    await page.goto('/api/docs');
    await page.getByRole('heading', { name: 'Keys and sessions' }).waitFor();
    expect(await squeezed(page)).toEqual([]);
    expect(await barriers(page, 'all')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, 'all', 'color-contrast')).toEqual([]);
    if (folder !== undefined) await page.screenshot({ path: join(folder, 'docs-phone.png') });
  });

  it('shows the calls with some words only, where scripts run', async () => {
    const page = await people.person();
    await page.goto('/api/docs');
    const all = await page.locator('.call:visible').count();
    await page.getByLabel('Show calls with').fill('situation post');
    expect(await page.locator('.call:visible').count()).toBe(1);
    expect(all).toBeGreaterThan(100);
    if (folder !== undefined) await page.screenshot({ path: join(folder, 'docs-filter.png') });
    const plain = await people.person({ javaScriptEnabled: false });
    await plain.goto('/api/docs#Situation.save');
    expect(await plain.getByLabel('Show calls with').isVisible()).toBe(false);
    if (folder !== undefined) await plain.screenshot({ path: join(folder, 'docs.png') });
  });
});
