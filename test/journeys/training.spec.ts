/** A trainer makes an exercise and replays a made-up storm; nobody can take it for real, and nothing can leave it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { downloaded, queue, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();
const mark = 'Nothing here is real, and nothing leaves it';

describe('a trainer', () => {
  let page: Page;
  beforeAll(async () => {
    page = await people.person();
    await signIn(page, adminEmail, adminPassword);
  });

  it('makes an exercise, and sees that it is one', async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Other deployment' }).click();
    await page.getByText('New deployment').click();
    await page.getByLabel('Name', { exact: true }).fill('Storm drill');
    await page.getByLabel('Short name for addresses').fill('drill');
    await page.getByLabel('This is an exercise').check();
    await page.getByRole('button', { name: 'Create deployment' }).click();
    await page.getByRole('note').filter({ hasText: mark }).waitFor();
  });

  it('replays a storm, whose reports arrive live while the team looks', async () => {
    await page.getByRole('link', { name: 'Exercise', exact: true }).click();
    await page.getByLabel('Speed').selectOption('1000');
    const team = await people.person();
    await signIn(team, adminEmail, adminPassword, 'drill');
    await page.getByRole('button', { name: 'Start the replay' }).click();
    await queue(team).getByText('Exercise.').first().waitFor();
    expect(await team.title()).toMatch(/^EXERCISE/);
    await page.getByText(/^Finished\./).waitFor({ timeout: 90_000 });
    await page.getByText('240 of 240 reports').waitFor();
    expect(await page.getByText('Reports that came in').locator('..').textContent()).toContain('240');
    expect(await barriers(page)).toEqual([]);
    await team.getByRole('button', { name: 'Incidents', exact: true }).first().click();
    expect((await downloaded(team, 'csv')).split('\r\n')[0]).toMatch(/,exercise$/);
    await team.close();
  });

  it('cannot set up a channel, and the public sees the mark on map and report page', async () => {
    await page.getByRole('link', { name: 'Channels', exact: true }).click();
    await page.getByText('An exercise has no channels').waitFor();
    const kind = { kind: 'smssync', name: 'A phone', settings: { secret: 'made up secret' } };
    expect((await server.call('/api/v1/deployments/drill/gateways', { body: kind })).status).toBe(409);
    const citizen = await people.person({ viewport: phone });
    await citizen.goto('/map/drill');
    await citizen.getByText('nothing on this map is real').waitFor();
    await citizen.goto('/report/drill');
    await citizen.getByRole('note').filter({ hasText: 'EXERCISE' }).waitFor();
    expect(await barriers(citizen)).toEqual([]);
  });
});
