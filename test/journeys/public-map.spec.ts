/** The public map as its readers use it: what they filter for stands in the address, and the address brings it back. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/people.js';
import { useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();

const location = { lat: 3, lon: 4 };
const ids = { well: '', roof: '', fire: '' };

beforeAll(async () => {
  const open = async (title: string, parts: object) =>
    (await openIncident(server, { title, ...parts }, { location })).id;
  ids.well = await open('Dry well', { category: 'water', severity: 'high', place: 'The school' });
  ids.roof = await open('People on a roof', { category: 'trapped', severity: 'critical' });
  ids.fire = await open('Smoke over the mill', { category: 'fire', severity: 'low' });
});

const rows = (page: Page) => page.locator('.incidents .row strong');
const titles = async (page: Page): Promise<string[]> => (await rows(page).allTextContents()).sort();
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const search = (page: Page): string => new URL(page.url()).search;

async function reader(address: string, options: object = {}): Promise<Page> {
  const page = await people.person(options);
  await page.goto(`/map/main${address}`);
  await page.locator('.leaflet-container').waitFor({ state: 'attached' });
  return page;
}

describe('the address of the public map', () => {
  it('says what was filtered for, and brings it back on another screen', async () => {
    const page = await reader('?at=3,4,9');
    await eventually(async () => expect(await titles(page)).toHaveLength(3));
    await tab(page, 'Filters');
    await page.locator('summary').click();
    await page
      .getByLabel('Water or sanitation')
      .or(page.getByRole('checkbox', { name: /water/i }))
      .first()
      .check();
    await page.getByRole('checkbox', { name: 'Fire' }).check();
    await page.getByRole('checkbox', { name: 'High' }).check();
    await page.getByLabel('Opened').selectOption('between');
    await page.getByLabel('From').fill('2020-01-01T00:00');
    await eventually(() =>
      expect(search(page)).toMatch(/category=water,fire&severity=high&from=20\S+Z&at=3\.0000,4\.0000,9$/),
    );
    await tab(page, 'In view');
    await eventually(async () => expect(await titles(page)).toEqual(['Dry well']));
    const other = await reader(search(page));
    await eventually(async () => expect(await titles(other)).toEqual(['Dry well']));
    await tab(other, 'Filters');
    expect(await other.getByLabel('From').inputValue()).toBe('2020-01-01T00:00');
    expect(await other.getByRole('checkbox', { name: 'Fire' }).isChecked()).toBe(true);
    await other.getByRole('button', { name: 'Clear filters' }).click();
    await eventually(() => expect(search(other)).toBe('?at=3.0000,4.0000,9'));
  });

  it('leads to a place by its name, as the box for it does', async () => {
    const page = await reader('?place=Hamburg');
    await eventually(() => expect(search(page)).toMatch(/place=Hamburg&at=53\.\d+,(9|10)\.\d+,/));
    await tab(page, 'Filters');
    const box = page.getByRole('combobox', { name: 'Go to a place' });
    expect(await box.inputValue()).toBe('Hamburg');
    await box.fill('Reykjav');
    await page.getByRole('option', { name: /Reykjavík/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => expect(search(page)).toMatch(/at=64\.\d+,-2[12]\.\d+/));
    await page.locator('.leaflet-container').focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => expect(search(page)).not.toMatch(/place=/));
  });

  it('opens the list over the whole page, with what the map would show', async () => {
    const page = await reader('?view=list&at=3,4,9');
    await eventually(async () => expect(await titles(page)).toHaveLength(3));
    expect((await page.locator('.panel').boundingBox())?.width).toBe(page.viewportSize()?.width);
    await page.getByRole('radio', { name: 'Map' }).check();
    await eventually(() => expect(search(page)).toBe('?at=3.0000,4.0000,9'));
    await page.locator('.leaflet-container').focus();
  });
});
