/** However a citizen says where it is, the report has the place. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { DeploymentView, Page as Paged, ReportView } from '@atesto/contract';
import { barriers, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { useServer } from '../support/test-server.js';
import { fillIn, send, type Told } from './citizen.js';

const people = useBrowser(() => server.url);
const server = useServer();
const haiti = { west: -74.5, south: 18, east: -71.6, north: 20.1 };
const smallPhone = { viewport: { width: 320, height: 568 }, hasTouch: true };

beforeAll(async () => {
  const { body } = await server.main<DeploymentView>('');
  const headers = { 'if-match': `"${body.version}"` };
  await server.main('', { method: 'PATCH', body: { area: haiti }, headers });
});

async function lastReport(): Promise<ReportView | undefined> {
  const { body } = await server.main<Paged<ReportView>>('/reports?limit=1');
  return body.items[0];
}

let page: Page;
const where = () => page.getByLabel('Where is it?');
const state = () => page.locator('.place-state');
const press = (name: string) => page.getByRole('button', { name });
const valueOf = (name: string) => page.locator(`input[name=${name}]`).inputValue();

/** Comes to the step of the place. */
async function open(told: Told = {}, options: Parameters<typeof people.person>[0] = {}): Promise<void> {
  page = await people.person({ ...smallPhone, ...options });
  await page.goto('/report/main');
  await fillIn(page, { text: 'Water is needed', ...told });
  if (options.javaScriptEnabled !== false) await press('Point at it on the map').waitFor();
}

afterEach(() => page.context().close());

describe('a name', () => {
  beforeEach(() => open());

  it('is suggested, chosen by keyboard, and its town goes along', async () => {
    await where().pressSequentially('leoga');
    const option = page.getByRole('option', { name: /Léogâne/ });
    await option.waitFor();
    expect(await where().getAttribute('aria-expanded')).toBe('true');
    await where().press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await where().getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    expect(await barriers(page)).toEqual([]);
    await where().press('Enter');
    expect(await where().inputValue()).toBe('Léogâne, Ouest');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await send(page);
    const report = await lastReport();
    expect(report).toMatchObject({ place: 'Léogâne, Ouest', text: 'Water is needed' });
    expect(report?.location?.lat).toBeCloseTo(18.51, 1);
  });

  it('is chosen by a finger; other words take its point away again', async () => {
    await where().pressSequentially('jacm');
    await page.getByRole('option', { name: /^Jacmel/ }).tap();
    await state().getByText('This is a point on the map').waitFor();
    await where().fill('Jacmel, behind the school');
    expect(await valueOf('lat')).not.toBe('');
    await where().fill('Behind the school');
    await state().getByText('This is a point on the map').waitFor({ state: 'detached' });
    expect(await valueOf('lat')).toBe('');
  });

  it('closes its list with Escape and keeps the words', async () => {
    await where().pressSequentially('port');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByText('Names: GeoNames (CC BY 4.0)').isVisible()).toBe(true);
    await where().press('Escape');
    expect(await page.getByRole('option').first().isVisible()).toBe(false);
    expect(await where().inputValue()).toBe('port');
  });

  it('is suggested without a network, from what the phone keeps', async () => {
    people.expects(/ERR_INTERNET_DISCONNECTED/);
    const loaded = (): boolean =>
      performance.getEntriesByType('resource').some(({ name }) => /\/places\.json$/.test(name));
    await eventually(async () => expect(await page.evaluate(loaded)).toBe(true));
    await page.context().setOffline(true);
    await where().pressSequentially('hinch');
    await page.getByRole('option', { name: /Hinche/ }).waitFor();
  });
});

describe('what is pasted', () => {
  it('is told as a point, can be removed, and is not taken again', async () => {
    await open();
    await where().fill(`18°32'21"N 72°20'11"W`);
    await state().getByText('This is a point on the map: \u206618.53917, -72.33639\u2069 (within 22 m)').waitFor();
    await press('Remove the point').click();
    await state().getByText('The point is removed.').waitFor();
    expect(await valueOf('lat')).toBe('');
    await where().press('End');
    await where().press('Space');
    await where().press('Backspace');
    await where().fill('geo:18.5,-72.25');
    await state().getByText('18.5, -72.25').waitFor();
    await send(page);
    expect(await lastReport()).toMatchObject({ place: 'geo:18.5,-72.25', location: { lat: 18.5, lon: -72.25 } });
  });

  it('goes along also when it is sent before it was read', async () => {
    // A service worker would have the readers on the phone already.
    await open({}, { serviceWorkers: 'block' });
    const isSent = press('Send report').evaluate(
      (button) => new Promise<void>((resolve) => button.addEventListener('click', () => resolve(), { once: true })),
    );
    await page.route(/read-place/, async (route) => {
      await isSent;
      await route.continue();
    });
    await where().fill('geo:18.25,-72.25');
    await send(page);
    expect((await lastReport())?.location).toMatchObject({ lat: 18.25, lon: -72.25 });
  });

  it('is said kindly when only the network knows it', async () => {
    await open();
    await where().fill('https://maps.app.goo.gl/AbCdEf123');
    await state().getByText('We cannot read this short link.').waitFor();
    expect(await valueOf('lat')).toBe('');
  });

  it('is understood without scripts', async () => {
    await open({ place: 'https://maps.google.com/?q=18.5392,-72.3364' }, { javaScriptEnabled: false });
    await send(page);
    expect(await lastReport()).toMatchObject({
      place: 'https://maps.google.com/?q=18.5392,-72.3364',
      location: { lat: 18.5392, lon: -72.3364 },
    });
  });
});

describe('the phone’s position', () => {
  it('is taken with how sure it is', async () => {
    const geolocation = { latitude: 18.5, longitude: -72.3, accuracy: 12 };
    await open({}, { permissions: ['geolocation'], geolocation });
    await press('Use my position').click();
    await state().getByText('\u206618.5, -72.3\u2069 (within 12 m)').waitFor();
    await press('Remove the point').click();
    expect(await press('Use my position').evaluate((button) => button === document.activeElement)).toBe(true);
    await press('Use my position').click();
    await send(page);
    expect((await lastReport())?.location).toEqual({ lat: 18.5, lon: -72.3, accuracy: 12 });
  });

  it('is asked for in vain politely', async () => {
    await open();
    await press('Use my position').click();
    await state().getByText('Your phone did not give its position.').waitFor();
  });
});

describe('the map', () => {
  const dialog = () => page.getByRole('dialog', { name: 'Point at the place' });
  const map = () => page.getByRole('application', { name: /Arrow keys move it/ });
  const isFocused = () => press('Point at it on the map').evaluate((button) => button === document.activeElement);

  beforeEach(async () => {
    await open();
    await where().fill('18.5392, -72.3364');
    await state().getByText('This is a point').waitFor();
    await press('Point at it on the map').click();
    await dialog().getByText('18.5392, -72.3364').waitFor();
  });

  it('opens at the point, moves by keys, and gives the place below the pin', async () => {
    expect(await map().evaluate((element) => element === document.activeElement)).toBe(true);
    await map().press('ArrowRight');
    await dialog().getByText('18.5392, -72.3364').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await press('This is the place').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await isFocused()).toBe(true);
    expect(Number(await valueOf('lon'))).toBeGreaterThan(-72.3364);
    expect(Number(await valueOf('lat'))).toBeCloseTo(18.5392, 4);
    expect(Number(await valueOf('accuracy'))).toBeGreaterThanOrEqual(5);
  });

  it('moves below the pin by a finger', async () => {
    const box = await map().boundingBox();
    const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 150];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 80, { steps: 5 });
    await page.mouse.up();
    await dialog().getByText('18.5392, -72.3364').waitFor({ state: 'detached' });
    await press('This is the place').click();
    expect(Number(await valueOf('lat'))).toBeGreaterThan(18.5392);
  });

  it.each(['Escape', 'Cancel'])('changes nothing after %s, and gives the focus back', async (way) => {
    await map().press('ArrowRight');
    if (way === 'Escape') await map().press('Escape');
    else await press('Cancel').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await isFocused()).toBe(true);
    expect([await valueOf('lat'), await valueOf('lon')]).toEqual(['18.5392', '-72.3364']);
  });

  it('keeps the focus inside', async () => {
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement === document.body || activeElement?.closest('dialog') !== null;
      });
      expect(inside).toBe(true);
    }
  });
});

describe('a photo', () => {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '18/1 30/1 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '72/1 15/1 0/1',
  };

  it.each([
    ['Yes, use that place', '18.5'],
    ['No', ''],
  ])('is asked about its own place: %s', async (answer, lat) => {
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a6f8a' } });
    await open({ photo: await picture.withExif({ IFD3: gps }).jpeg().toBuffer() });
    await page.getByText('Your photo says where it was taken. Use that place?').waitFor();
    expect(await valueOf('lat')).toBe('');
    await press(answer).click();
    expect(await valueOf('lat')).toBe(lat);
  });
});
