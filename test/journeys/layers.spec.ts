/**
 * A coordinator lays a file and an authority's areas over the map; a citizen who has the map open sees both come, and an
 * area turn into another state, without a reload; what is done by mistake is taken back.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { DeploymentView } from '@atesto/contract';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { areasFile } from '../support/overlays.js';
import { addPerson } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { isMarked, mark, openSettings, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();
let [coordinator, citizen] = [] as unknown as [Page, Page];

const layersTab = (page: Page): Locator => page.getByRole('tab', { name: 'Layers' });
const layer = (page: Page, name: string): Locator => page.locator('.panel .atesto-layer').filter({ hasText: name });
const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/geo+json',
  buffer: Buffer.from(content, 'utf8'),
});
const shelter = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Town hall</name>
  <description><![CDATA[<b>200 beds</b><img src=x onerror="document.title='owned'">]]></description>
  <Point><coordinates>7.1,50.1</coordinates></Point></Placemark></kml>`;

/** How many pixels of the map's overlays are drawn in roughly this colour. */
const painted = (page: Page, [red, green, blue]: [number, number, number]): Promise<number> =>
  page.evaluate(
    ([r, g, b]) => {
      let count = 0;
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('[class*="atesto-overlay-"] canvas')) {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < data.length; at += 4) {
          const isNear = [r!, g!, b!].every((value, part) => Math.abs(data[at + part]! - value) < 24);
          if (isNear && data[at + 3]! > 100) count++;
        }
      }
      return count;
    },
    [red, green, blue],
  );

beforeAll(async () => {
  const { headers } = await server.main<DeploymentView>('');
  const { version } = (await server.main<DeploymentView>('')).body;
  await server.main('', {
    method: 'PATCH',
    headers: { 'if-match': headers.get('etag') ?? `"${version}"` },
    body: { area: { west: 6.9, south: 49.9, east: 7.5, north: 50.3 } },
  });
  const { email, password } = await addPerson(server, 'coordinator', 'Cora Example');
  coordinator = await people.person();
  await signIn(coordinator, email, password);
  citizen = await people.person();
  await citizen.goto('/map/main');
  await layersTab(citizen).click();
  await citizen.getByText('There are no layers on this map.').waitFor();
  await citizen.getByText('Live', { exact: true }).waitFor();
  await mark(citizen);
}, 120_000);

describe('layers over the map', () => {
  it('come to an open map when a coordinator adds a file', async () => {
    await openSettings(coordinator, 'Map layers');
    await coordinator.getByRole('button', { name: /^File with shapes/ }).click();
    const form = coordinator.getByRole('region', { name: 'File with shapes' });
    await form.locator('input[type=file]').setInputFiles(file('shelters.kml', shelter));
    await form.getByText('1 shape', { exact: true }).waitFor();
    await form.getByLabel('Name (English)').fill('Shelters');
    await form.getByLabel('Source').fill('Made-up town');
    await form.getByRole('button', { name: 'Add a layer' }).click();
    await coordinator.getByRole('button', { name: /^Shelters/ }).waitFor();
    await layer(citizen, 'Shelters').getByText('Made-up town').waitFor();
    expect(await isMarked(citizen)).toBe(true);
  });

  it('come with areas whose properties a coordinator recognises', async () => {
    await coordinator.getByRole('button', { name: /^Areas with states/ }).click();
    const form = coordinator.getByRole('region', { name: 'Areas with states' });
    const content = areasFile(
      [
        { code: 'n', label: 'North bank', level: 0 },
        { code: 's', label: 'South bank', level: 1 },
      ],
      0.1,
    ).replace(/-?\d+(\.\d+)?(?=,)(?=[^[\]]*\])/g, (lon) => String(Number(lon) + 7));
    const moved = content.replace(/,(\d+(?:\.\d+)?)\]/g, (_, lat: string) => `,${Number(lat) + 50}]`);
    await form.locator('input[type=file]').setInputFiles(file('banks.geojson', moved));
    await form.getByText('2 shapes', { exact: true }).waitFor();
    expect(await form.getByLabel('Property with the id').inputValue()).toBe('code');
    expect(await form.getByLabel('Property with the state').inputValue()).toBe('level');
    await form.getByLabel('Property with the name').selectOption('label');
    await form.getByLabel('Authority').fill('Flood office');
    await form.getByLabel('Name (English)').fill('River banks');
    await form.getByRole('button', { name: 'Add a layer' }).click();
    const row = layer(citizen, 'River banks');
    await row.getByText('According to Flood office').waitFor();
    await row.getByText('Areas with a warning (1)').waitFor();
    expect(await painted(citizen, [240, 200, 56])).toBeGreaterThan(50);
  });

  it('tell within a second in which state an area is now', async () => {
    expect(await painted(citizen, [107, 29, 100])).toBe(0);
    await coordinator.getByRole('button', { name: /^River banks/ }).click();
    await coordinator.locator('.area-row').filter({ hasText: 'North bank' }).click();
    const dialog = coordinator.getByRole('dialog', { name: 'North bank' });
    await dialog.getByLabel('Leave the area').check();
    await dialog.getByLabel('Note for the public').fill('Go to the town hall.');
    const row = layer(citizen, 'River banks');
    const before = Date.now();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Areas with a warning (2)').waitFor();
    expect(Date.now() - before).toBeLessThan(3_000);
    await row.getByText('Areas with a warning (2)').click();
    await row.getByRole('button', { name: /North bank/ }).click();
    const popup = citizen.locator('.atesto-shape');
    await popup.getByText('Go to the town hall.').waitFor();
    expect(await popup.textContent()).toContain('Leave the area');
    expect(await painted(citizen, [107, 29, 100])).toBeGreaterThan(50);
    expect(await isMarked(citizen)).toBe(true);
  });

  it('go back when the coordinator takes it back', async () => {
    await coordinator.getByRole('button', { name: 'Undo' }).click();
    await layer(citizen, 'River banks').getByText('Areas with a warning (1)').waitFor();
    await citizen.locator('.atesto-shape').getByText('No warning').waitFor();
  });

  it('say what a file says as words only', async () => {
    await citizen.locator('.atesto-popup .leaflet-popup-close-button').click();
    await citizen.evaluate(() => void document.querySelector<HTMLInputElement>('.panel .atesto-layer input')!.click());
    await citizen.goto('/map/main?at=50.1,7.1,14');
    await layersTab(citizen).click();
    await layer(citizen, 'River banks').waitFor();
    expect(await layer(citizen, 'River banks').getByRole('checkbox').isChecked()).toBe(false);
    const map = citizen.locator('.map');
    const box = (await map.boundingBox())!;
    await citizen.waitForTimeout(500);
    await citizen.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const popup = citizen.locator('.atesto-shape');
    await popup.getByText('200 beds').waitFor();
    expect(await popup.locator('img, b, script').count()).toBe(0);
    expect(await citizen.title()).not.toBe('owned');
  });

  it('leave no barrier, on the phone and in the settings', async () => {
    const small = await people.person({ viewport: phone });
    await small.goto('/map/main');
    await layersTab(small).click();
    await layer(small, 'River banks').getByText('According to Flood office').waitFor();
    expect(await barriers(small)).toEqual([]);
    expect(await barriers(coordinator)).toEqual([]);
  });
});
