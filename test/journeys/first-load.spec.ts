/** How much the report page and the public map cost before they can be used: held here, so that it cannot grow unseen. */
import { describe, expect, it } from '@jest/globals';
import type { Request } from 'playwright-core';
import { phone, useBrowser } from '../support/browser.js';
import { useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();

interface Loaded {
  path: string;
  kind: string;
  bytes: number;
  cookie: string | undefined;
}

async function loadedOf(request: Request): Promise<Loaded> {
  const response = await request.response();
  const { responseBodySize: bytes } = await request.sizes();
  const headers = (await response?.allHeaders()) ?? {};
  return {
    path: new URL(request.url()).pathname,
    kind: request.resourceType(),
    bytes,
    cookie: headers['set-cookie'],
  };
}

describe.each(['en-GB', 'de-DE'])('the first load of the report page in %s', (locale) => {
  it('is at most 14 KB in at most 4 requests, 8 KB of it scripts; nothing from elsewhere, no cookie, no font', async () => {
    const page = await people.person({ viewport: phone, locale });
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await page.goto('/report/main', { waitUntil: 'commit' });
    await page.locator('.stepped').waitFor();
    // The icon and the description are fetched beside, and nobody waits for them.
    const beside = /\/(assets\/icon-[^/]+\.svg|manifest\.json|icon-\d+\.png|worker\.js)$/;
    const waited = requests.filter((request) => !beside.test(new URL(request.url()).pathname));
    const loaded = await Promise.all(waited.map(loadedOf));
    const sum = (kinds: string[]) =>
      loaded.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0);
    console.info(loaded.map(({ path, bytes }) => `${path} ${bytes}`).join(', '));
    expect(loaded.length).toBeLessThanOrEqual(4);
    expect(sum(['script'])).toBeGreaterThan(1000);
    expect(sum(['script'])).toBeLessThanOrEqual(8 * 1024);
    expect(sum(['document', 'stylesheet', 'script'])).toBeLessThanOrEqual(14 * 1024);
    expect(loaded.map(({ kind }) => kind).sort()).toEqual(['document', 'script', 'stylesheet']);
    expect(loaded.map(({ cookie }) => cookie)).toEqual(loaded.map(() => undefined));
    expect(requests.every((request) => request.url().startsWith(server.url))).toBe(true);
  });
});

describe('the first load of the public map', () => {
  it('is at most 120 KB as it is sent, with the live feed and without the tiles; the rest comes when it is opened', async () => {
    const page = await people.person({ viewport: phone });
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await page.goto('/map/main');
    await page.locator('.live[data-state=live]').waitFor();
    const kinds = ['document', 'stylesheet', 'script'];
    const loaded = await Promise.all(
      requests.filter((request) => kinds.includes(request.resourceType())).map((request) => loadedOf(request)),
    );
    const sum = loaded.reduce((total, { bytes }) => total + bytes, 0);
    console.info(loaded.map(({ path, bytes }) => `${path} ${bytes}`).join(', '), sum);
    expect(loaded.filter(({ kind }) => kind === 'script').length).toBeGreaterThan(1);
    expect(sum).toBeGreaterThan(50 * 1024);
    expect(sum).toBeLessThanOrEqual(120 * 1024);
    expect(loaded.map(({ cookie }) => cookie)).toEqual(loaded.map(() => undefined));
    expect(requests.every((request) => request.url().startsWith(server.url))).toBe(true);
    const before = new Set(requests.map((request) => request.url()));
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const later = requests.filter((request) => !before.has(request.url()) && kinds.includes(request.resourceType()));
    expect(later.map((request) => request.resourceType()).sort()).toEqual(['script', 'stylesheet']);
  });
});
