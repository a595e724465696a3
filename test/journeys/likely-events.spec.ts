/** What tells of the same is seen: beside the open report, added by a key, gathered into one incident, merged, split. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { IncidentDetail, ReportDetail } from '@atesto/contract';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { until } from '../support/gateways.js';
import { openIncident, sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { detail, open, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const location = { lat: 41.25, lon: 11.5 };
const same = (page: Page) => detail(page).getByRole('region', { name: 'May be the same' });
const report = async (id: string): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;
const marked = (id: string, count: number): Promise<unknown> =>
  until(async () => {
    const { body } = await server.main<{ incidents: unknown[]; reports: unknown[] }>(`/reports/${id}/duplicates`);
    return body.incidents.length + body.reports.length >= count;
  });

describe('what tells of the same', () => {
  let page: Page;
  beforeAll(async () => {
    page = await people.person();
    await signIn(page, adminEmail, adminPassword);
  });

  it('is shown beside the open report with its reasons, and added by a key', async () => {
    const incident = await openIncident(
      server,
      { title: 'Weir at the tannery' },
      { text: 'Exercise: the weir at the tannery leaks badly', location },
    );
    const { id } = await sendReport(server, { text: 'Exercise: tannery, the weir leaks', location });
    await marked(id, 1);
    await open(page, 'Exercise: tannery, the weir leaks');
    await same(page).getByRole('button', { name: '#1 Weir at the tannery' }).first().waitFor();
    await same(page)
      .getByText(/words \d+% alike · 0 m apart, within both accuracies/)
      .waitFor();
    await page.keyboard.press('d');
    await detail(page).getByText('Part of incident').waitFor();
    expect(await report(id)).toMatchObject({ status: 'verified', incident: { id: incident.id } });
  });

  it('is gathered from the open queue, without what was unticked', async () => {
    const texts = [
      'Exercise: smoke over the rope works',
      'Exercise: rope works, smoke over it',
      'Exercise: smoke, rope works',
    ];
    const ids: string[] = [];
    for (const text of texts) ids.push((await sendReport(server, { text, location: { lat: 42, lon: 11 } })).id);
    await page.getByRole('link', { name: 'Likely events' }).click();
    await page.getByText('1 likely event').waitFor();
    await page.getByLabel(`Belongs: ${texts[2]}`).uncheck();
    await page.getByLabel('Title').fill('Fire at the rope works');
    await page.getByLabel('Severity').selectOption('high');
    await page.getByText('The public will see this incident at once').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm 2 reports' }).click();
    await page.getByText('Became incident #2, Fire at the rope works.').waitFor();
    const { incident } = await report(ids[1] ?? '');
    expect(incident?.title).toBe('Fire at the rope works');
    expect((await server.main<IncidentDetail>(`/incidents/${incident?.id}`)).body.severity).toBe('high');
    expect((await report(ids[2] ?? '')).status).toBe('new');
    await page.getByRole('link', { name: 'Open it' }).click();
    await detail(page).getByRole('heading', { name: 'Fire at the rope works' }).waitFor();
  });

  it('is split off into a new incident, and merged again with what is chosen field by field', async () => {
    const dialog = (name: string) => page.getByRole('dialog', { name });
    await page.goto('/console/main?tab=incidents');
    await open(page, 'Weir at the tannery');
    await detail(page).getByRole('button', { name: 'Split' }).click();
    await dialog('Split the incident').getByLabel('tannery, the weir leaks').check();
    await dialog('Split the incident').getByLabel('Title').fill('Another weir');
    expect(await barriers(page)).toEqual([]);
    await dialog('Split the incident').getByRole('button', { name: 'Split' }).click();
    await detail(page).getByRole('heading', { name: 'Another weir' }).waitFor();
    await detail(page).getByText('Rests on 1 report').waitFor();
    await detail(page).getByRole('button', { name: 'Merge' }).click();
    const merge = dialog('Merge into another incident');
    await merge.getByLabel(/Weir at the tannery/).check();
    await merge.getByLabel(/Another weir/).check();
    expect(await barriers(page)).toEqual([]);
    await merge.getByRole('button', { name: 'Merge' }).click();
    await detail(page).getByRole('heading', { name: 'Another weir' }).waitFor();
    await detail(page).getByText('Incident No. 1').waitFor();
    await detail(page).getByText('Rests on 2 reports').waitFor();
  });

  it.each([
    ['on a phone, in the dark', { colorScheme: 'dark', viewport: phone } as const],
    ['in German', { locale: 'de-DE' }],
  ])('keeps nobody out %s', async (_, options) => {
    const [first] = [1, 2].map((count) =>
      sendReport(server, { text: `Exercise: the lime kiln cracked ${count}`, location }),
    );
    const { id } = (await first) ?? { id: '' };
    await marked(id, 1);
    const other = await people.person(options);
    await other.goto(`/console/main?report=${id}`);
    await other.locator('input[type=email]').fill(adminEmail);
    await other.locator('input[type=password]').fill(adminPassword);
    await other.locator('button[type=submit]').click();
    await other.locator('.same').first().waitFor();
    expect(await barriers(other)).toEqual([]);
    await other.goto('/console/main/events');
    await other.locator('.event').first().waitFor();
    expect(await barriers(other)).toEqual([]);
  });
});
