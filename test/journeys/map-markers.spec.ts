/** What is drawn on the map can be opened, all of it: by mouse, by keyboard, and where no zoom parts what is at one place. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/people.js';
import { useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();

/** More than a list shows at once. */
const atTheSchool = 55;
const school = { lat: 12.5, lon: 44.25 };

beforeAll(async () => {
  for (let number = 1; number <= atTheSchool; number++)
    await openIncident(
      server,
      { title: `Tent ${number}`, severity: number === 7 ? 'critical' : 'low' },
      { location: school },
    );
  await openIncident(server, { title: 'A bridge far away' }, { location: { lat: 12.9, lon: 44.9 } });
}, 120_000);

/** Near enough for the school to be one cluster and the bridge a marker of its own. */
const look = async (): Promise<Page> => {
  const page = await people.person();
  await page.goto('/map/main?at=12.7,44.6,10');
  await page.locator('.map canvas').first().waitFor();
  return page;
};

describe('the map', () => {
  it('says by keyboard what is drawn on it, and opens a cluster that no zoom would part, page by page', async () => {
    const page = await look();
    await page.locator('.map').focus();
    const nearby = page.locator('.atesto-list');
    // Tiles come in their own time.
    await eventually(async () => {
      await page.locator('.map').focus();
      await page.keyboard.press('Enter');
      expect(await nearby.textContent()).toMatch(
        /55 close together.*A bridge far away|A bridge far away.*55 close together/,
      );
    });
    expect(await nearby.getByText(/Worst: Critical/).count()).toBe(1);
    // What has not faded in yet has no contrast.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.leaflet-popup')].every((one) => getComputedStyle(one).opacity === '1'),
    );
    expect(await barriers(page)).toEqual([]);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Escape');
    await nearby.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.classList.contains('map'))).toBe(true);
    await page.keyboard.press('Enter');
    await nearby.getByText(`${atTheSchool} close together`).click();
    await nearby.getByText(`${atTheSchool} at this place`).waitFor();
    await nearby.getByRole('button', { name: /Tent 55/ }).waitFor();
    expect(await nearby.getByRole('button', { name: /Tent/ }).count()).toBe(50);
    await nearby.getByRole('button', { name: 'Show more' }).press('Enter');
    await nearby.getByRole('button', { name: /Tent 1 / }).waitFor();
    expect(await nearby.getByRole('button', { name: /Tent/ }).count()).toBe(atTheSchool);
    expect(await nearby.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
    await nearby.getByRole('button', { name: /Tent 7 / }).click();
    await page.getByRole('heading', { name: 'Tent 7' }).waitFor();
  });

  it('gives the keyboard its list also where motion is reduced', async () => {
    const page = await people.person({ reducedMotion: 'reduce' });
    await page.goto('/map/main?at=12.7,44.6,10');
    await page.locator('.map').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.atesto-list') !== null);
  });

  it('says to the mouse what it rests on', async () => {
    const page = await look();
    const box = await page.locator('.map').boundingBox();
    const words = page.locator('.atesto-hover');
    for (let at = 0; at < 40 && !(await words.isVisible()); at++) {
      await page.waitForTimeout(100);
      const spot = await page.evaluate(
        ({ lat, lon }) => {
          const world = 256 * 2 ** 10;
          const x = (of: number): number => ((of + 180) / 360) * world;
          const y = (of: number): number => ((1 - Math.asinh(Math.tan((of * Math.PI) / 180)) / Math.PI) / 2) * world;
          return { x: x(lon) - x(44.6), y: y(lat) - y(12.7) };
        },
        { ...school },
      );
      const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.move(middle.x + spot.x, middle.y + spot.y);
    }
    expect(await words.textContent()).toMatch(/^55 close together.*Worst: Critical.*No category 55.*Open 55$/);
  });
});
