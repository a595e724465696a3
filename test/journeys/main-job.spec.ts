/** The main job, as people do it: report, see, claim, verify, show, hand on; and the ways out beside it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { desk, phone, useBrowser } from '../support/browser.js';
import { median } from '../support/median.js';
import { sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { photo, report, type Sent, fillIn, send } from './citizen.js';
import { addPerson, ask, claim, detail, downloaded, isMarked, mark, open, openTab, queue } from './room.js';
import { reject, row, signIn, verifyAsNew, whenInQueue, openSettings } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const bridge = 'The bridge by the mill has gone, people wait on the far side';
const smoke = 'Smoke over the warehouses since noon';
const rumour = 'They say that the dam will break tonight';
const well = 'The well at the school is dry';
const contact = { name: 'Ada Example', phone: '+00 555 0100', email: 'ada@example.org' };
/** A made-up position; the public sees it rounded. */
const position = { latitude: -1.23456, longitude: 36.78912, accuracy: 12 };

const folder = process.env['ATESTO_SCREENSHOTS'];

/** Pictures to be looked at, when somebody asks for them. */
async function picture(page: Page, name: string, sizes: Record<string, typeof desk> = { desk, phone }): Promise<void> {
  if (folder === undefined) return;
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
  }
  await page.setViewportSize(desk);
}

describe('the main job', () => {
  let coordinator: Page;
  let responder: Page;
  let onlooker: Page;
  let plain: Page;
  let modern: Page;
  let follow: Record<'bridge' | 'smoke', Sent>;
  const tookMs: number[] = [];

  beforeAll(async () => {
    coordinator = await people.person();
    responder = await people.person();
    onlooker = await people.person();
    plain = await people.person({ javaScriptEnabled: false });
    modern = await people.person({ permissions: ['geolocation'], geolocation: position });
    follow = {} as typeof follow;
  });

  afterAll(() => {
    if (tookMs.length > 0) console.info(`from the answer to the queue: ${tookMs.join(', ')} ms`);
  });

  /** Sends what is filled in and says how long it took until it was in the queue of everyone. */
  async function sendWatched(page: Page, words: string): Promise<Sent> {
    const seen = [coordinator, responder].map((watcher) => whenInQueue(watcher, words));
    const sent = await send(page);
    const lags = (await Promise.all(seen)).map((at) => Math.round(at - sent.answeredAtMs));
    tookMs.push(...lags);
    return sent;
  }

  it('begins with a coordinator who adds a responder', async () => {
    await signIn(coordinator, adminEmail, adminPassword);
    const password = await addPerson(coordinator, 'Bo Example', 'bo@example.org');
    await picture(coordinator, 'settings-people');
    await coordinator.getByRole('button', { name: 'Back to the room' }).click();
    await signIn(responder, 'bo@example.org', password);
    for (const page of [coordinator, responder]) {
      await queue(page).getByText('No open reports.').waitFor();
      await mark(page);
    }
    await onlooker.goto('/map/main');
    await onlooker.getByText('Live', { exact: true }).waitFor();
    await onlooker.getByRole('button', { name: 'Show the whole area' }).click();
    await mark(onlooker);
  });

  it('takes a report without any script, and the console shows it', async () => {
    await plain.goto('/report/main');
    await picture(plain, 'report-form');
    await fillIn(plain, {
      category: 'Fire',
      text: smoke,
      place: 'Behind the north gate',
      photo: await photo(),
      ...contact,
    });
    follow.smoke = await sendWatched(plain, smoke);
    await plain.getByText('Thank you. We have your report.').waitFor();
    await plain.goto(follow.smoke.followLink);
    await plain.getByRole('heading', { name: 'Received' }).waitFor();
    await plain.getByText('1 photo').waitFor();
  });

  it('takes one with the position of the phone', async () => {
    await modern.goto('/report/main');
    await fillIn(modern, {
      category: 'Road or bridge blocked',
      text: bridge,
      place: 'Mill lane 7, at the ford',
      ...contact,
    });
    await modern.getByRole('button', { name: 'Use my position' }).click();
    await modern.getByText(/^This is a point on the map: .* \(within 12 m\)$/).waitFor();
    follow.bridge = await sendWatched(modern, bridge);
    await open(responder, bridge);
    await detail(responder)
      .getByText('-1.23456, 36.78912')
      .or(detail(responder).getByText('−1.23456'))
      .first()
      .waitFor();
  });

  it('lets a responder claim it and verify it by the keyboard', async () => {
    await claim(responder);
    await row(coordinator, bridge).getByText('Bo Example', { exact: true }).waitFor();
    await verifyAsNew(responder, {
      title: 'Bridge lost at the mill',
      place: 'Near the mill',
      description: 'No way across.',
    });
    await modern.goto(follow.bridge.followLink);
    await modern.getByRole('heading', { name: 'Confirmed' }).waitFor();
    await picture(modern, 'follow-page');
  });

  it('shows the public what is public, live, and nothing else', async () => {
    const entry = onlooker.getByRole('button', { name: /Bridge lost at the mill/ });
    await entry.waitFor();
    expect(await isMarked(onlooker)).toBe(true);
    await entry.click();
    await onlooker.getByRole('heading', { name: 'Bridge lost at the mill' }).waitFor();
    const shown = (await onlooker.locator('body').innerText()) + (await onlooker.content());
    for (const words of ['No way across.', 'Near the mill', 'Based on 1 report']) expect(shown).toContain(words);
    for (const secret of [...Object.values(contact), bridge, 'Mill lane', 'Bo Example', '1.23456', '36.78912']) {
      expect(shown).not.toContain(secret);
    }
    await picture(onlooker, 'public-map');
  });

  it('tells a reporter kindly that nothing can be done', async () => {
    const sent = await report(plain, { text: rumour });
    await open(responder, rumour);
    await claim(responder);
    await reject(responder, 'Not true', 'Asked the keeper of the dam');
    await plain.goto(sent.followLink);
    await plain.getByText('We could not confirm this.').waitFor();
    expect(await plain.content()).not.toContain('keeper');
  });

  it('asks back, and the answer is in the console at once', async () => {
    const sent = await report(plain, { text: well });
    await open(responder, well);
    await claim(responder);
    await ask(responder, 'Which school is it?');
    await plain.goto(sent.followLink);
    await plain.getByText('Which school is it?').waitFor();
    await plain.getByLabel('Your answer').fill('The one by the market');
    await plain.getByRole('button', { name: 'Send answer' }).click();
    await plain.getByText('The one by the market').waitFor();
    await detail(responder).getByText('The one by the market').waitFor();
    await detail(responder).getByText('In review').first().waitFor();
    await picture(responder, 'console');
    for (const pane of ['Queue', 'Map']) {
      await responder.setViewportSize(phone);
      await responder.getByRole('navigation').getByRole('button', { name: pane }).click();
      await picture(responder, `console-${pane.toLowerCase()}`, { phone });
    }
  });

  it('shows everyone within a second what comes in', async () => {
    const lags: number[] = [];
    for (let count = 1; count <= 7; count++) {
      const text = `A tree fell on the road, number ${count}`;
      const seen = [coordinator, responder].map((watcher) => whenInQueue(watcher, text));
      const sentAt = Date.now();
      await sendReport(server, { text });
      lags.push(...(await Promise.all(seen)).map((at) => at - sentAt));
    }
    expect(median(lags)).toBeLessThan(1000);
  });

  it('hands on what was verified, as a table and for other maps', async () => {
    await openTab(coordinator, 'Incidents');
    await row(coordinator, 'Bridge lost at the mill').waitFor();
    const table = parse<Record<string, string>>(await downloaded(coordinator, 'csv'), { columns: true, bom: true });
    expect(table).toMatchObject([
      { title: 'Bridge lost at the mill', place: 'Near the mill', reports: '1', status: 'open' },
    ]);
    const map = JSON.parse(await downloaded(coordinator, 'geojson')) as { features: { properties: object }[] };
    expect(map.features).toMatchObject([
      { geometry: { type: 'Point' }, properties: { title: 'Bridge lost at the mill' } },
    ]);
    await open(coordinator, 'Bridge lost at the mill');
    await picture(coordinator, 'console-incident');
    for (const page of [coordinator, responder]) expect(await isMarked(page)).toBe(true);
    await openSettings(coordinator, 'Deployment');
    await picture(coordinator, 'settings');
  });
});
