/** Finding in the console: words in Arabic, an area drawn and written, a stretch of time, and a view that another opens. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Database } from '../../backend/src/platform/index.js';
import { useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { queue, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const arabic = 'انقطع الماء عن المستشفى';
const inland = 'Exercise: the mill is on fire';
const abroad = 'Exercise: the harbour is shut';

const chip = (page: Page, words: string) => queue(page).getByRole('button', { name: `Remove the filter: ${words}` });

describe('a responder', () => {
  let page: Page;
  beforeAll(async () => {
    await sendReport(server, { text: arabic });
    await sendReport(server, { text: inland, location: { lat: 10, lon: 20 } });
    await sendReport(server, { text: abroad, location: { lat: -30, lon: 100 } });
    const earlier = `update reports set received_at = received_at - interval '3 days' where text = $1`;
    await server.app.get(Database).query(earlier, [abroad]);
    const { email, password } = await addPerson(server, 'responder', 'Ada Example');
    page = await people.person();
    await signIn(page, email, password);
    await row(page, abroad).waitFor();
  });

  it('finds words in Arabic without their article, and takes the filter away by its chip', async () => {
    await queue(page).getByRole('searchbox').fill('مستشفى');
    await row(page, inland).waitFor({ state: 'detached' });
    await row(page, arabic).waitFor();
    await page.getByText('Of the reports, the map shows the 1 row of the list.').waitFor();
    await chip(page, '“مستشفى”').click();
    await row(page, inland).waitFor();
  });

  it('finds what is in an area that was drawn on the map, and writes its corners as well', async () => {
    await queue(page).getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: 'Draw on the map' }).click();
    const map = page.getByRole('region', { name: 'Map of reports and incidents' });
    const box = await map.boundingBox();
    const at = (x: number, y: number): Promise<void> =>
      page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + (box?.height ?? 0) * y);
    await at(0.3, 0.4);
    await map.getByText('1 corner', { exact: true }).waitFor();
    await at(0.6, 0.4);
    await at(0.6, 0.6);
    await map.getByText('3 corners', { exact: true }).waitFor();
    await map.getByRole('button', { name: 'Done' }).click();
    await chip(page, 'Area on the map').waitFor();
    expect(new URL(page.url()).searchParams.get('area')?.split(';')).toHaveLength(3);
    await page.getByText('Write the corners down').click();
    await page.getByLabel('Corners', { exact: true }).fill('5, 15\n5, 25\n15, 25\n15, 15');
    await page.getByRole('button', { name: 'Use these corners' }).click();
    await row(page, abroad).waitFor({ state: 'detached' });
    await row(page, inland).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('keeps it as a view, which another person opens at its address', async () => {
    await queue(page).getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Save what is shown now as').fill('Around the mill');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Around the mill' }).waitFor();
    const { email, password } = await addPerson(server, 'viewer', 'Bo Example');
    const other = await people.person();
    await signIn(other, email, password);
    await row(other, abroad).waitFor();
    await queue(other).getByRole('button', { name: 'Views' }).click();
    await other.getByText('shared by Ada Example').waitFor();
    await other.getByRole('link', { name: 'Around the mill' }).click();
    await row(other, abroad).waitFor({ state: 'detached' });
    await row(other, inland).waitFor();
    expect(other.url()).toBe(page.url());
  });

  it('chooses a stretch of time by the keyboard, which the address says', async () => {
    await page.goto('/console/main');
    const handle = queue(page).getByRole('slider', { name: 'From' });
    await handle.waitFor();
    await queue(page)
      .getByText(/^3 reports, /)
      .waitFor();
    await handle.press('End');
    await page.waitForURL(/[?&]from=\d{4}-\d\d-\d\dT\d\d:\d\dZ/);
    await row(page, abroad).waitFor({ state: 'detached' });
    await row(page, inland).waitFor();
    await queue(page)
      .getByText(/^2 reports, /)
      .waitFor();
    await handle.press('Home');
    await row(page, abroad).waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBeNull();
  });
});
