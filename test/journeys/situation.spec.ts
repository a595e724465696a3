/** A situation report is read, printed and kept: on the screen without a script, on A4 and Letter, in five languages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, desk, phone, useBrowser } from '../support/browser.js';
import { openIncident } from '../support/people.js';
import { misfits } from '../support/sight.js';
import { useServer } from '../support/test-server.js';

const people = useBrowser(() => server.url);
const server = useServer();
const folder = process.env['ATESTO_SCREENSHOTS'];

const severities = ['critical', 'high', 'normal', 'normal', 'low'];
const categories = ['medical', 'water', 'shelter', 'power'];
const towns = ['At the harbour', 'Behind the school', 'River road', null];

/** Made-up incidents around a made-up flood, spread over a stretch of coast. */
async function furnish(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const place = towns[at % towns.length];
    const { id, version } = await openIncident(
      server,
      {
        title: `${['Water in the cellars', 'Road under water', 'People on a roof', 'No drinking water'][at % 4]} (${at + 1})`,
        severity: severities[at % severities.length],
        category: categories[at % categories.length],
        ...(place === null ? {} : { place }),
      },
      {
        location: { lat: 53.2 + ((at * 37) % 50) / 60, lon: 8.1 + ((at * 53) % 70) / 45 },
      },
    );
    if (at % 9 !== 8) continue;
    const headers = { 'if-match': `"${version}"` };
    await server.main(`/incidents/${id}`, { method: 'PATCH', headers, body: { visibility: 'internal' } });
  }
}

const texts = [
  {
    language: 'en',
    summary: 'The river has risen by a metre since the morning. The harbour is closed.\n\nThe school is a shelter now.',
    messages: ['Boats are needed at the harbour', 'Boil the water north of the river'],
  },
  {
    language: 'de',
    summary: 'Der Fluss ist seit dem Morgen um einen Meter gestiegen.',
    messages: ['Boote werden gebraucht'],
  },
];

beforeAll(async () => {
  const { body } = await server.main<{ version: number }>('');
  await server.main('', {
    method: 'PATCH',
    headers: { 'if-match': `"${body.version}"` },
    body: { name: 'River Valley floods', languages: ['en', 'de', 'fr', 'es', 'ar'] },
  });
  await furnish(34);
  await server.main('/situation-reports', { body: { title: 'Friday noon', texts, published: true } });
  const { body: listed } = await server.main<{ items: { id: string }[] }>('/incidents?limit=4');
  for (const [at, { id }] of listed.items.entries()) {
    const status = at === 0 ? 'resolved' : 'responding';
    await server.main(`/incidents/${id}/status`, { body: { status, reason: 'A team is there', public: true } });
  }
  await furnish(3);
  await server.main('/situation-reports', { body: { title: 'Friday evening', since: 'last', texts, published: true } });
}, 180_000);

const reader = (options: object = {}): Promise<Page> => people.person({ javaScriptEnabled: true, ...options });

async function keep(page: Page, name: string): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function printed(page: Page, format: string, name: string): Promise<number> {
  const pdf = await page.pdf({ format });
  if (folder !== undefined) writeFileSync(join(folder, `${name}-${format}.pdf`), pdf);
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

describe.each([
  ['en', 'Situation report 2'],
  ['de', 'Lagebericht 2'],
  ['fr', 'Rapport de situation 2'],
  ['es', 'Informe de situación 2'],
  ['ar', 'تقرير الموقف رقم 2'],
])('a saved situation report in %s', (lang, title) => {
  it('keeps nobody out, by day and by night, and fits a phone', async () => {
    const page = await reader({ viewport: { ...phone, width: 320 } });
    await page.goto(`/situation/main/reports/2?lang=${lang}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await misfits(page)).toEqual([]);
    expect(await barriers(page, 'all')).toEqual([]);
    await keep(page, `situation-phone-${lang}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, 'all', 'color-contrast')).toEqual([]);
    await page.context().close();
  });

  it('goes to paper, A4 and Letter, black on white by night too', async () => {
    const page = await reader({ viewport: desk });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`/situation/main/reports/2?lang=${lang}`);
    await keep(page, `situation-dark-${lang}`);
    for (const format of ['A4', 'Letter']) {
      const pages = await printed(page, format, `situation-${lang}`);
      expect(pages).toBeGreaterThan(1);
      expect(pages).toBeLessThan(7);
    }
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
    expect(await page.locator('.bar nav').first().isVisible()).toBe(false);
    const foot = await page.locator('.foot').innerText();
    expect(foot).toContain('River Valley floods');
    expect(foot).toContain('/situation/main/reports/2');
    await page.context().close();
  });
});

describe('how it stands now', () => {
  it('is read without a script, in another span and language, and leads to the saved ones', async () => {
    const page = await people.person({ javaScriptEnabled: false });
    await page.goto('/situation/main?lang=en');
    await page.getByRole('img', { name: /^Map of \d+ marked places/ }).waitFor();
    expect(await page.locator('.mark.critical').count()).toBeGreaterThan(3);
    await keep(page, 'situation-now');
    await page.getByRole('link', { name: '7 days' }).click();
    expect(new URL(page.url()).searchParams.get('from')).not.toBeNull();
    await page.getByRole('link', { name: 'Since the last report' }).click();
    await page.getByRole('heading', { name: 'Changes since report 2' }).waitFor();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lagebericht' }).waitFor();
    await page.getByRole('link', { name: 'Gespeicherte Berichte' }).click();
    await page.getByRole('link', { name: /Lagebericht 1: Friday noon/ }).click();
    await page.getByText('Der Fluss ist seit dem Morgen').waitFor();
    expect(await page.getByText('Water in the cellars (9)').count()).toBe(0);
  });
});
