/** The public map as its readers use it: what they filter for stands in the address, and the address brings it back. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/people.js';
import { focused, squeezed } from '../support/sight.js';
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

const rows = (page: Page) => page.locator('.incidents .row strong bdi');
const titles = async (page: Page): Promise<string[]> => (await rows(page).allTextContents()).sort();
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const search = (page: Page): string => new URL(page.url()).search;
const addressIs = (page: Page, pattern: RegExp) => page.waitForURL((url) => pattern.test(url.search));

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
    await addressIs(page, /category=water,fire&severity=high&from=20\S+Z&at=3\.0000,4\.0000,9$/);
    await tab(page, 'In view');
    await eventually(async () => expect(await titles(page)).toEqual(['Dry well']));
    const other = await reader(search(page));
    await eventually(async () => expect(await titles(other)).toEqual(['Dry well']));
    await tab(other, 'Filters');
    expect(await other.getByLabel('From').inputValue()).toBe('2020-01-01T00:00');
    expect(await other.getByRole('checkbox', { name: 'Fire' }).isChecked()).toBe(true);
    await other.getByRole('button', { name: 'Clear filters' }).click();
    await addressIs(other, /^\?at=3\.0000,4\.0000,9$/);
  });

  it('leads to a place by its name, as the box for it does', async () => {
    const page = await reader('?place=Hamburg');
    await addressIs(page, /place=Hamburg&at=53\.\d+,(9|10)\.\d+,/);
    await tab(page, 'Filters');
    const box = page.getByRole('combobox', { name: 'Go to a place' });
    expect(await box.inputValue()).toBe('Hamburg');
    await box.fill('Reykjav');
    await page.getByRole('option', { name: /Reykjavík/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await addressIs(page, /at=64\.\d+,-2[12]\.\d+/);
    await page.locator('.leaflet-container').focus();
    await page.keyboard.press('ArrowLeft');
    await addressIs(page, /^(?!.*place=)/);
  });

  it('opens the list over the whole page, with what the map would show', async () => {
    const page = await reader('?view=list&at=3,4,9');
    await eventually(async () => expect(await titles(page)).toHaveLength(3));
    expect((await page.locator('.panel').boundingBox())?.width).toBe(page.viewportSize()?.width);
    await page.getByRole('radio', { name: 'Map' }).check();
    await addressIs(page, /^\?at=3\.0000,4\.0000,9$/);
    await page.locator('.leaflet-container').focus();
  });
});

/** Ten hours of made-up counts: what is real is all of one minute. */
const begin = '2026-02-03T10:00:00.000Z';
const counts = [1, 0, 2, 0, 4, 9, 3, 0, 0, 1];

async function withTimeline(address: string, options: object = {}): Promise<Page> {
  const page = await people.person(options);
  await page.route('**/incidents/timeline?*', (route) =>
    route.fulfill({ json: { from: begin, to: '2026-02-03T20:00:00.000Z', minutes: 60, counts } }),
  );
  await page.goto(`/map/main${address}`);
  await page.locator('.leaflet-container').waitFor();
  return page;
}

describe('the timeline', () => {
  it('is chosen from by keyboard, said in words, and stands in the address', async () => {
    const page = await withTimeline('?at=3,4,9', { timezoneId: 'UTC' });
    await page.getByRole('button', { name: 'Timeline' }).click();
    const slider = (name: string) => page.getByRole('slider', { name });
    await slider('From').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'PageUp', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await slider('From').getAttribute('aria-valuetext')).toBe('3 Feb 2026, 12:00');
    await slider('Until').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await addressIs(page, /from=2026-02-03T12:00Z&to=2026-02-03T14:00Z&timeline=1/);
    await page.getByText('3 Feb 2026, 12:00 – 3 Feb 2026, 14:00 · 2 incidents opened').waitFor();
    await slider('Stretch of time').focus();
    await page.keyboard.press('End');
    await addressIs(page, /from=2026-02-03T18:00Z&timeline=1/);
    await tab(page, 'Filters');
    expect(await page.getByLabel('From', { exact: true }).last().inputValue()).toBe('2026-02-03T18:00');
    await page.getByRole('button', { name: 'All of the time' }).click();
    await addressIs(page, /^\?timeline=1&at=\S+$/);
    await page.getByRole('button', { name: 'Close' }).click();
    await addressIs(page, /^\?at=\S+$/);
  });

  it('is drawn over with a finger or a mouse', async () => {
    const page = await withTimeline('?timeline=1&at=3,4,9');
    const box = (await page.locator('.brush').boundingBox())!;
    const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
    await page.mouse.move(...at(0.01));
    await page.mouse.down();
    await page.mouse.move(...at(0.31), { steps: 4 });
    await page.mouse.up();
    await addressIs(page, /from=2026-02-03T13:00Z&timeline=1/);
    await page.mouse.move(...at(0.7));
    await page.mouse.down();
    await page.mouse.move(...at(0.5), { steps: 4 });
    await page.mouse.up();
    await addressIs(page, /from=2026-02-03T11:00Z&to=2026-02-03T18:00Z&timeline=1/);
  });

  it('plays step by step, asking for each tile with whole hours, and rests when told to', async () => {
    const page = await withTimeline('?timeline=1&at=3,4,9&from=2026-02-03T10:00Z&to=2026-02-03T12:00Z');
    const asked = new Set<string>();
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('.mvt') && searchParams.has('from')) asked.add(searchParams.get('from') ?? '');
    });
    await page.getByRole('button', { name: 'Play' }).click();
    await addressIs(page, /from=2026-02-03T12:00Z/);
    await page.getByRole('button', { name: 'Pause' }).click();
    const stopped = search(page);
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect([...asked].every((from) => /T\d\d:00:00\.000Z$/.test(from))).toBe(true);
    expect(asked.size).toBeGreaterThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(search(page)).toBe(stopped);
  });
});

/** How many pixels of the heat there are that one can see. */
const glowing = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-atesto-heat-pane canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return data.filter((value, at) => at % 4 === 3 && value > 40).length;
  });

describe('the heat view', () => {
  it('draws what the tiles hold, by day and by night, with a scale of its own, and gives way to the markers again', async () => {
    const page = await reader('?view=heat&at=3,4,9');
    await eventually(async () => expect(await glowing(page)).toBeGreaterThan(500));
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => expect(await glowing(page)).toBeGreaterThan(500));
    await tab(page, 'Legend');
    await page.getByRole('heading', { name: 'How much happens where' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Categories' }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Map' }).check();
    await page.getByRole('heading', { name: 'Categories' }).waitFor();
    expect(await page.locator('.leaflet-atesto-heat-pane canvas').count()).toBe(0);
  });

  it('knows the filters', async () => {
    const page = await reader('?view=heat&at=3,4,9&category=food');
    await page.locator('.leaflet-atesto-heat-pane canvas').waitFor({ state: 'attached' });
    await page.getByText('No verified incidents here match the filters.').waitFor();
    expect(await glowing(page)).toBe(0);
  });
});

describe('what is shared', () => {
  it('is the address of what is seen, and lines that show it in a page of others', async () => {
    const page = await reader('?severity=high&view=heat');
    await tab(page, 'Share');
    const address = await page.getByLabel('Address of what you see').inputValue();
    expect(address).toMatch(/\/map\/main\?severity=high&view=heat&at=\S+$/);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy lines' }).click();
    await page.getByText('Copied.').waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^<iframe src="http[^"]+severity=high&amp;view=heat&amp;at=[^"]+&amp;embed=1" title="[^"]+"/);
    const src = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(src).toBe(`${address}&embed=1`);
  });

  it('is the map alone inside of another page; a title leads out of it, and what is chosen stands in a card', async () => {
    const page = await people.person();
    const host = `<title>A newspaper</title><iframe src="${server.url}/map/main?embed=1&at=3,4,9&severity=high" title="Map" width="600" height="420"></iframe>`;
    await page.route('**/newspaper', (route) => route.fulfill({ contentType: 'text/html', body: host }));
    await page.goto('/newspaper');
    const frame = page.frameLocator('iframe');
    const title = frame.getByRole('link', { name: /opens the whole map in a new tab/ });
    await title.waitFor();
    expect(await title.getAttribute('target')).toBe('_blank');
    expect(await title.getAttribute('href')).toMatch(/\/map\/main\?severity=high&at=3\.0000,4\.0000,9$/);
    for (const gone of ['.panel', 'header', '.tools', '.skip']) expect(await frame.locator(gone).count()).toBe(0);
    await frame.locator('.leaflet-control-attribution').waitFor();
    await frame.locator('.leaflet-container').focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Dry well' }).click();
    await frame.getByRole('heading', { name: 'Dry well' }).waitFor();
    await frame.getByText('What happened so far').waitFor();
    await frame.getByRole('button', { name: 'Close' }).last().click();
    await frame.getByRole('heading', { name: 'Dry well' }).waitFor({ state: 'hidden' });
  });

  it('goes to paper with its title, filters, legend and all of the list', async () => {
    const page = await reader('?at=3,4,9&severity=high,critical');
    await eventually(async () => expect(await titles(page)).toHaveLength(2));
    await tab(page, 'Share');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', document.body.className);
    });
    await page.getByRole('button', { name: 'Print' }).click();
    await page.locator('body[data-printed=printing]').waitFor();
    expect(await page.locator('body.printing').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: 'Categories' }).waitFor();
    for (const words of ['Severity: High, Critical', 'Dry well', 'Leaflet']) {
      await page.getByText(words).first().waitFor();
    }
    for (const gone of ['header', '.tabs', '.tools', '.share', '.leaflet-control-zoom']) {
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    }
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(20_000);
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages).toHaveLength(1);
  });
});

describe('an incident', () => {
  it('tells on its card what happened, and its link leads to a page that works without a script', async () => {
    await server.main(`/incidents/${ids.roof}/status`, {
      method: 'POST',
      body: { status: 'responding', reason: 'A boat is on its way', public: true },
    });
    const page = await reader(`?incident=${ids.roof}`);
    const history = page.locator('.history');
    await history.getByText('Help is being given').waitFor();
    await history.getByText('A boat is on its way').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toBe(`/map/main/incidents/${ids.roof}`);
    const plain = await people.person({ javaScriptEnabled: false, viewport: phone });
    await plain.goto(link);
    await plain.getByRole('heading', { level: 1, name: 'People on a roof' }).waitFor();
    await plain.getByText('A boat is on its way').last().waitFor();
    await plain.getByRole('link', { name: 'See it on the live map' }).click();
    expect(search(plain)).toBe(`?incident=${ids.roof}`);
  });
});

describe.each([
  ['English', 'en-GB', 'ltr'],
  ['German', 'de-DE', 'ltr'],
  ['Arabic', 'ar-EG', 'rtl'],
])('who reads %s meets no barrier', (_, locale, direction) => {
  async function look(page: Page, at: string): Promise<void> {
    expect([at, await squeezed(page)]).toEqual([at, []]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([`${at}, dark`, await barriers(page, 'all', 'color-contrast')]).toEqual([`${at}, dark`, []]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect([at, await barriers(page, 'all')]).toEqual([at, []]);
  }

  it('in the timeline, the heat view, the list, the frame and the page of an incident, on a phone', async () => {
    const page = await people.person({ viewport: phone, locale });
    await page.goto('/map/main?timeline=1&view=heat&at=3,4,9');
    await page.getByRole('slider').first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    await page.getByRole('tab').nth(2).click();
    await page.locator('.atesto-heat-legend').waitFor();
    await look(page, 'the timeline and the heat view');
    await page.getByRole('radio').last().check();
    await page.locator('.incidents .row').first().waitFor();
    await look(page, 'the list');
    await page.goto('/map/main?embed=1&at=3,4,9');
    await page.locator('.embed-title').waitFor();
    await look(page, 'the frame');
    await page.goto(`/map/main/incidents/${ids.well}`);
    await look(page, 'the page of an incident');
  });
});

describe('the keyboard alone', () => {
  it('goes through all of the map page, and always shows where it is', async () => {
    const page = await reader('?at=3,4,9');
    await eventually(async () => expect(await titles(page)).toHaveLength(3));
    const seen: string[] = [];
    const tabTo = async (name: string): Promise<void> => {
      do {
        await page.keyboard.press('Tab');
        seen.push(await focused(page));
      } while (!seen.at(-1)!.startsWith(name) && seen.length < 30);
      expect(seen.at(-1)).toMatch(new RegExp(`^${name}`));
    };
    await tabTo('Skip to the list');
    await tabTo('Report what you see');
    await tabTo('Map. Arrow keys move it');
    await tabTo('Zoom in');
    await page.locator('.looks input:checked').focus();
    await page.keyboard.press('ArrowRight');
    await addressIs(page, /view=heat/);
    await page.keyboard.press('ArrowLeft');
    await tabTo('Timeline');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await focused(page)).toBe('Play'));
    await tabTo('Stretch of time');
    await tabTo('From');
    await tabTo('Until');
    await tabTo('In view');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Filters');
    await page.keyboard.press('ArrowLeft');
    await page.locator('.incidents .row').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.card h2').waitFor();
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('incident'));
    expect(seen.join('\n')).not.toMatch(/the focus|out of sight/);
  });
});
