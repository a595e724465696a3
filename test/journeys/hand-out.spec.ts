/** What is handed out works where it lands: on one sheet of paper, in another site's page, and typed from a wall. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DeploymentView } from '@atesto/contract';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { openSettings, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const folder = process.env['ATESTO_SCREENSHOTS'];
const a4 = { width: 794, height: 1123 };
const kinds = ['sms', 'whatsapp', 'telegram', 'voice', 'ussd', 'email'] as const;

/** As much as ever fits on one sheet. */
const everything = {
  name: 'River Valley floods and landslides, districts of the north and the east',
  emergencyNumber: '112',
  lines: Array.from({ length: 10 }, (_, at) => ({
    kind: kinds[at % 6] ?? 'sms',
    address: `+00 555 01${at}0 ext. ${at}`,
  })),
};
const little = { name: 'River Valley floods', emergencyNumber: null, lines: [] };

async function furnish({ name, ...policy }: { name: string }): Promise<void> {
  const { body } = await server.main<DeploymentView>('');
  const headers = { 'if-match': `"${body.version}"` };
  const patch = { name, policy: { ...body.policy, ...policy } };
  expect((await server.main('', { method: 'PATCH', headers, body: patch })).status).toBe(200);
}

async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

/** How far what is on the sheet stands over its edge, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sheet = document.querySelector('main')?.getBoundingClientRect();
    const parts = [...document.querySelectorAll('main > *')].map((part) => part.getBoundingClientRect().bottom);
    return Math.round(Math.max(...parts) - (sheet?.bottom ?? 0));
  });

describe.each([
  ['en', little],
  ['de', little],
  ['en', everything],
  ['de', everything],
  ['fr', everything],
  ['es', everything],
  ['ar', everything],
] as const)('the poster in %s', (language, told) => {
  it.each(['', '&tearoff=1'])(`with ${told.lines.length} lines%s is one sheet, and open to all`, async (query) => {
    await furnish(told);
    const page = await people.person({ viewport: a4 });
    await page.goto(`/poster/main?lang=${language}${query}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await barriers(page)).toEqual([]);
    expect(await sheets(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await page.getByRole('link').count()).toBe(0);
    if (folder !== undefined) {
      await page.screenshot({ path: join(folder, `poster-${language}-${told.lines.length}${query && '-strips'}.png`) });
    }
    await page.context().close();
  });
});

describe('the poster on a phone', () => {
  it('needs no scrolling sideways', async () => {
    const page = await people.person({ viewport: { ...phone, width: 320 } });
    await page.goto('/poster/main?lang=de');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe('a page of ours in another site', () => {
  let town: Server;
  let snippets: string[] = [];

  beforeAll(async () => {
    town = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Town hall</title>${snippets.join('')}`);
    });
    await new Promise<void>((resolve) => town.listen(0, 'localhost', resolve));
  });
  afterAll(() => new Promise((resolve) => town.close(resolve)));

  it('comes by the snippets of the console, which name the public addresses', async () => {
    const coordinator = await people.person();
    const field = (name: string) => coordinator.getByRole('textbox', { name });
    await signIn(coordinator, adminEmail, adminPassword);
    await openSettings(coordinator, 'Hand out');
    expect(await field('Short address').inputValue()).toMatch(/^[\w.:]+\/r\/main$/);
    // The server of a test is known to its own machine only.
    await coordinator.getByText('These addresses work on this machine only.').waitFor();
    const poster = coordinator.getByRole('link', { name: 'Deutsch' });
    expect(await poster.getAttribute('href')).toBe('/poster/main?lang=de');
    await coordinator.getByLabel('With strips to tear off').check();
    expect(await poster.getAttribute('href')).toBe('/poster/main?lang=de&tearoff=1');
    const code = coordinator.getByRole('img', { name: 'Code for the camera of a phone' });
    await expect(code.evaluate((image: HTMLImageElement) => image.decode())).resolves.toBeUndefined();
    snippets = [await field('The report page').inputValue(), await field('The public map').inputValue()];
    for (const snippet of snippets) expect(snippet).toContain('title="River Valley floods');
    // The page was started on a free port, which the public address of a test does not know.
    snippets = snippets.map((snippet) => snippet.replace(/src="https?:\/\/[^/]+/, `src="${server.url}`));
    expect(await barriers(coordinator)).toEqual([]);
  });

  /** Somebody who is signed in here and comes by the other site; with what their browser tells us from there. */
  async function visit(javaScriptEnabled: boolean): Promise<{ page: Page; cookies: (string | undefined)[] }> {
    const page = await people.person({ javaScriptEnabled, viewport: { width: 1000, height: 1700 } });
    await page.request.post('/api/v1/session', { data: { email: adminEmail, password: adminPassword } });
    expect(await page.context().cookies()).toHaveLength(1);
    const cookies: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(server.url)) void request.allHeaders().then(({ cookie }) => cookies.push(cookie));
    });
    await page.goto(`http://localhost:${(town.address() as AddressInfo).port}/`);
    return { page, cookies };
  }

  /** A browser that keeps nothing for frames of other sites says so; the page gets on without. */
  const keepsNothing = [/denied permission to access the database/];

  it('shows the map, and knows nobody who is signed in', async () => {
    people.expects(...keepsNothing);
    const { page, cookies } = await visit(true);
    const map = page.frameLocator('iframe').nth(1);
    await map.getByText('Live', { exact: true }).waitFor();
    await map.getByText('Nothing here right now').waitFor();
    expect(cookies.length).toBeGreaterThan(5);
    expect(cookies.filter((cookie) => cookie !== undefined)).toEqual([]);
  });

  it('takes a report, although such a browser keeps no outbox for it', async () => {
    people.expects(...keepsNothing);
    const { page } = await visit(true);
    const form = page.frameLocator('iframe').nth(0);
    await form.getByRole('button', { name: 'Next' }).click();
    await form.locator('textarea[name=text]').fill('The cellar of the school is full of water');
    await form.getByRole('button', { name: 'Next' }).click();
    await form.getByRole('button', { name: 'Send report' }).click();
    await form.getByText('The cellar of the school is full of water').first().waitFor();
  });

  it('takes a report without any script, and leads on to what became of it', async () => {
    const { page, cookies } = await visit(false);
    // The scripts of the map in the other frame are refused, rightly.
    people.expects(/script/);
    const form = page.frameLocator('iframe').nth(0);
    await form.locator('textarea[name=text]').fill('Water in the cellar of the town hall');
    await form.locator('form button[type=submit]').last().click();
    await form.getByText('Water in the cellar of the town hall').first().waitFor();
    expect(page.frames().map((frame) => new URL(frame.url()).pathname.split('/')[1])).toContain('follow');
    expect(cookies.filter((cookie) => cookie !== undefined)).toEqual([]);
  });
});
