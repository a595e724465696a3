/**
 * The first view of the map in Chromium: requests and bytes, the time until all markers are drawn, the longest time that
 * the main thread did nothing else, and how evenly frames come while the map is dragged.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserFlags } from '../../support/browser-flags.js';

export interface FirstView {
  requests: number;
  tiles: number;
  /** As they came over the line. */
  bytes: number;
  /** Milliseconds from the start of the navigation. */
  markers: number;
  stall: number;
  /** While dragging: frames a second, and the longest time between two of them. */
  frames: number;
  longestFrame: number;
}

interface Watched {
  stall: number;
  lastTile: number;
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/** Notes long tasks and when the last marker tile had come. */
function watchPage(): void {
  window.watched = { stall: 0, lastTile: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watched.stall = Math.max(window.watched.stall, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (/\/tiles\/(incidents|reports)\//.test(entry.name)) window.watched.lastTile = performance.now();
  }).observe({ type: 'resource', buffered: true });
}

/** Until no marker tile came for half a second; the last one and the frame after it count. */
async function markersDrawn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const deadline = performance.now() + 60_000;
        const look = (): void => {
          const { lastTile } = window.watched;
          if (performance.now() > deadline) resolve(Number.NaN);
          if (lastTile > 0 && performance.now() - lastTile > 500) resolve(lastTile + 17);
          else setTimeout(look, 50);
        };
        look();
      }),
  );
}

/** Drags the map to and fro for three seconds. */
async function drag(page: Page): Promise<{ frames: number; longestFrame: number }> {
  const counted = page.evaluate(
    () =>
      new Promise<{ frames: number; longestFrame: number }>((resolve) => {
        const startedAt = performance.now();
        let [frames, last, longest] = [0, startedAt, 0];
        const step = (now: number): void => {
          if (frames > 0) longest = Math.max(longest, now - last);
          last = now;
          frames++;
          if (now - startedAt < 3000) requestAnimationFrame(step);
          else resolve({ frames: (frames * 1000) / (now - startedAt), longestFrame: longest });
        };
        requestAnimationFrame(step);
      }),
  );
  const box = await page.locator('.leaflet-container').boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 150; step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 12), y + 100 * Math.sin(step / 17));
    await page.waitForTimeout(15);
  }
  await page.mouse.up();
  return counted;
}

export async function firstView(executablePath: string, url: string, cookie: string | null): Promise<FirstView> {
  const browser: Browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
    if (cookie !== null) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
    }
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let [requests, tiles, bytes] = [0, 0, 0];
    session.on('Network.requestWillBeSent', ({ request }) => {
      requests++;
      if (/\/tiles\/(incidents|reports)\//.test(request.url)) tiles++;
    });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.addInitScript(watchPage);
    await page.goto(url, { waitUntil: 'commit' });
    const markers = await markersDrawn(page);
    const stall = await page.evaluate(() => window.watched.stall);
    const seen = { requests, tiles, bytes, markers, stall };
    return { ...seen, ...(await drag(page)) };
  } finally {
    await browser.close();
  }
}
