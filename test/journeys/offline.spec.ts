/** The worst day: no network, a browser that is closed, a line that breaks again and again. Nothing is lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import sharp from 'sharp';
import type { Page as Paged, ReportDetail, ReportView } from '@atesto/contract';
import { chromiumPath } from '../../backend/tools/provide.mjs';
import { phone } from '../support/browser.js';
import { browserFlags } from '../support/browser-flags.js';
import { eventually } from '../support/eventually.js';
import { Line } from '../support/line.js';
import { useServer } from '../support/test-server.js';
import { fillIn } from './citizen.js';

const server = useServer();
const line = new Line(() => Number(new URL(server.url).port));

let home: string;
let context: BrowserContext;
let page: Page;

beforeAll(() => line.open());
afterAll(() => line.close());
beforeEach(async () => {
  line.mend();
  home = mkdtempSync(join(tmpdir(), 'atesto-phone-'));
  await openBrowser();
});
afterEach(async () => {
  await context.close();
  rmSync(home, { recursive: true, force: true });
});

async function openBrowser(): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed');
  const options = { executablePath, args: browserFlags, viewport: phone, locale: 'en-GB', baseURL: line.url };
  context = await chromium.launchPersistentContext(home, options);
  context.setDefaultTimeout(30_000);
  page = context.pages()[0] ?? (await context.newPage());
}

/** A picture larger than is kept, that no compression makes tiny. */
function camera(seed: number): Promise<Buffer> {
  const [width, height] = [2000, 1200];
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * (seed + 7) + (i >> 7) * 31) & 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** Opens the page once and waits until the phone has it. */
async function visit(): Promise<void> {
  await page.goto('/report/main');
  const keeps = () => page.evaluate(async () => (await (await caches.open('pages')).keys()).length > 0);
  while (!(await keeps())) await page.waitForTimeout(50);
}

async function tell(text: string, photo: Buffer): Promise<void> {
  await fillIn(page, { category: 'Flood', text, photo });
  await page.getByRole('button', { name: 'Send report' }).click();
  await page.getByRole('listitem').filter({ hasText: text }).waitFor();
}

async function another(): Promise<void> {
  await page.getByRole('button', { name: 'Report something else' }).click();
}

/** What the responders have of these, by text. */
async function arrived(texts: readonly string[]): Promise<ReportDetail[]> {
  const { body } = await server.main<Paged<ReportView>>('/reports?limit=200');
  const found = body.items.filter(({ text }) => texts.includes(text));
  const details = await Promise.all(found.map(({ id }) => server.main<ReportDetail>(`/reports/${id}`)));
  return details.map((detail) => detail.body);
}

async function expectAll(texts: readonly string[]): Promise<void> {
  const reports = await arrived(texts);
  expect(reports.map(({ text }) => text).sort()).toEqual([...texts].sort());
  // Each with its one photo, scaled to the longest side that is kept.
  expect(reports.map(({ files }) => files.map(({ width, height }) => [width, height]))).toEqual(
    texts.map(() => [[1600, 960]]),
  );
}

const received = () => page.getByText('Received. Thank you!');

describe('without a network', () => {
  it('three reports with photos outlast the browser, and arrive once each', async () => {
    const texts = ['The first street is under water', 'The second one too', 'And the third'];
    await visit();
    line.cut();
    await page.reload();
    for (const [index, text] of texts.entries()) {
      await tell(text, await camera(index));
      await another();
    }
    await context.close();
    await openBrowser();
    // The page opens from the phone, and what waits is in it.
    await page.goto('/report/main');
    await page.getByRole('heading', { name: 'Your reports on this phone' }).waitFor();
    await page.getByText('Saved on this phone').nth(2).waitFor();
    expect(await arrived(texts)).toEqual([]);
    line.mend();
    await page.getByRole('button', { name: 'Send now' }).click();
    await received().nth(2).waitFor();
    await expectAll(texts);
    await page.reload();
    await received().nth(2).waitFor();
    await expectAll(texts);
  });

  it('what was begun to be written is there again', async () => {
    await visit();
    await fillIn(page, { text: 'Half a sent' });
    line.cut();
    await page.reload();
    await page.getByText('What you had begun to write is still here.').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Half a sent');
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await page.getByText('What you had begun to write is still here.').waitFor({ state: 'hidden' });
    expect(await page.locator('#text').inputValue()).toBe('');
    await page.reload();
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.getByRole('button', { name: 'Start afresh' }).isVisible()).toBe(false);
    line.mend();
  });
});

describe('what waits is sent by itself', () => {
  async function wait(text: string): Promise<void> {
    await fillIn(page, { text });
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('Saved on this phone').waitFor();
    expect(await arrived([text])).toEqual([]);
  }
  const expectOnce = async (text: string): Promise<void> => expect(await arrived([text])).toHaveLength(1);

  it('when the phone has a network again', async () => {
    await visit();
    await context.setOffline(true);
    await wait('Under a bridge without a network');
    await context.setOffline(false);
    await received().waitFor();
    await expectOnce('Under a bridge without a network');
  });

  it('when the page is opened again', async () => {
    await visit();
    line.cut();
    await wait('Written before the battery was empty');
    await context.close();
    line.mend();
    await openBrowser();
    await page.goto('/report/main');
    await received().waitFor();
    await expectOnce('Written before the battery was empty');
  });

  it('by the browser, with no page open', async () => {
    await visit();
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(line.url));
        if (ours !== undefined) resolve(ours.registrationId);
      });
    });
    await session.send('ServiceWorker.enable');
    const registrationId = await registered;
    line.cut();
    await wait('Sent from a pocket');
    await page.goto('about:blank');
    line.mend();
    const sync = { origin: line.url, registrationId, tag: 'outbox', lastChance: false };
    await eventually(async () => {
      // A report that was tried a moment ago is not tried again at once.
      await session.send('ServiceWorker.dispatchSyncEvent', sync);
      await expectOnce('Sent from a pocket');
    });
  });
});

describe('the map to point at a place', () => {
  const press = (name: string) => page.getByRole('button', { name, exact: true });
  const sea = 'The map could not be loaded. Please describe the place in words.';
  /** The whole world's area takes the first zooms; the names of its towns come last. */
  async function keptMap(): Promise<void> {
    const isKept = () => page.evaluate(async () => (await caches.match('/basemap/places/2/3/2.mvt')) !== undefined);
    while (!(await isKept())) await page.waitForTimeout(50);
  }

  /** As if these were never loaded. */
  async function forget(tiles: RegExp): Promise<void> {
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await page.evaluate(async (source) => {
      const cache = await caches.open('assets');
      for (const key of await cache.keys()) if (new RegExp(source).test(key.url)) await cache.delete(key);
    }, tiles.source);
  }

  async function point(): Promise<void> {
    await fillIn(page, { place: '18.5392, -72.3364' });
    await page.getByText('This is a point on the map').waitFor();
    await press('Point at it on the map').click();
    await page.getByRole('application', { name: /Arrow keys move it/ }).waitFor();
  }

  it('is there without a network where it was used before, and is as sure as what it shows', async () => {
    await visit();
    await page.reload();
    await point();
    await keptMap();
    await press('Cancel').click();
    line.cut();
    await forget(/basemap\/(places\/)?[3-9]/);
    await page.reload();
    await point();
    await page.getByRole('application').press('ArrowRight');
    await page.getByRole('dialog').getByText('18.5392, -72.3364').waitFor({ state: 'detached' });
    await press('This is the place').click();
    expect(await page.getByText(sea).isVisible()).toBe(false);
    const accuracy = Number(await page.locator('[name=accuracy]').inputValue());
    // Twelve pixels of zoom 4.
    expect(accuracy).toBeGreaterThan(100_000);
    expect(accuracy).toBeLessThan(120_000);
  });

  it('says so when it can show nothing, and gives no place that nobody saw', async () => {
    await visit();
    await page.reload();
    await point();
    await press('Cancel').click();
    await keptMap();
    line.cut();
    await forget(/\.mvt/);
    await page.reload();
    await point();
    await page.getByText(sea).waitFor();
    await page.getByRole('application').press('ArrowRight');
    await page.locator('.point-actions .send:disabled').waitFor();
    await press('Cancel').click();
    expect(await page.locator('[name=lat]').inputValue()).toBe('18.5392');
  });
});

describe('on a phone without room', () => {
  it('the words are kept, and the photo that did not fit is named and sent while the page is open', async () => {
    const text = 'No room for the photo';
    await visit();
    line.cut();
    const session = await context.newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin: line.url });
    await session.send('Storage.overrideQuotaForOrigin', { origin: line.url, quotaSize: usage + 60_000 });
    await tell(text, await camera(20));
    await page.getByText('Leave this page open until these photos are sent: photo.jpg').waitFor();
    line.mend();
    await page.getByRole('button', { name: 'Send now' }).click();
    await received().waitFor();
    await expectAll([text]);
  });
});

describe('on a line with many', () => {
  it('the phone waits as long as it was asked to, whoever taps, and the report arrives once', async () => {
    const text = 'Everybody reports';
    await visit();
    line.refuseNext(5);
    await fillIn(page, { text });
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText(/Many people are reporting: the next try is in [1-5] seconds/).waitFor();
    const refusedAt = line.posts.at(-1) ?? NaN;
    await page.getByRole('button', { name: 'Send now' }).click();
    await received().waitFor();
    expect((line.posts.at(-1) ?? NaN) - refusedAt).toBeGreaterThanOrEqual(5000);
    expect(await arrived([text])).toHaveLength(1);
  });
});

describe('on a line that breaks', () => {
  it('fifty times in the middle of requests, nothing is lost and nothing doubled', async () => {
    const texts = ['Broken line, one', 'Broken line, two', 'Broken line, three'];
    await visit();
    line.cut();
    for (const [index, text] of texts.entries()) {
      await tell(text, await camera(index + 10));
      await another();
    }
    line.mend();
    line.dropNext(50);
    const sendNow = page.getByRole('button', { name: 'Send now' });
    const deadline = Date.now() + 180_000;
    while (line.dropped < 50 && Date.now() < deadline) {
      // Even with half of its answers lost the phone goes on; all may have arrived before fifty are reached.
      if (await sendNow.isHidden()) await tellOneMore(texts);
      await sendNow.click({ timeout: 2_000 }).catch(() => undefined);
      await page.waitForTimeout(20);
    }
    expect(line.dropped).toBe(50);
    await received()
      .nth(texts.length - 1)
      .waitFor({ timeout: 30_000 });
    await expectAll(texts);
  }, 300_000);

  async function tellOneMore(texts: string[]): Promise<void> {
    const text = `Broken line, number ${texts.length + 1}`;
    texts.push(text);
    await tell(text, await camera(texts.length + 10));
    await another();
  }
});
