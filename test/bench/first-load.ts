/** How long a phone on a slow line waits for a form that it can use, in milliseconds, beside an empty page. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { browserFlags } from '../support/browser-flags.js';

/** 400 kbit/s and 400 ms, a processor a quarter as fast as this one. */
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowerProcessor = 4;
const rounds = 5;

export interface FirstLoadFigures {
  /** Median time until the form is there; it could be filled in and sent as it is. */
  form: number;
  /** Median time until the script has made it better. */
  script: number;
  empty: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function load(browser: Browser, url: string, usable: string[]): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
  const startedAt = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  const times: number[] = [];
  for (const selector of usable) {
    await page.locator(selector).first().waitFor();
    times.push(performance.now() - startedAt);
  }
  await context.close();
  return times;
}

async function serveEmpty(): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Empty</title><p>Empty</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export async function measureFirstLoad(url: string, executablePath: string): Promise<FirstLoadFigures> {
  const server = await serveEmpty();
  const emptyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const figures: Record<keyof FirstLoadFigures, number[]> = { form: [], script: [], empty: [] };
  for (let round = 0; round < rounds; round++) {
    const [empty = NaN] = await load(browser, emptyUrl, ['p']);
    const [form = NaN, script = NaN] = await load(browser, `${url}/report/main`, ['#report .choice', '.stepped']);
    figures.empty.push(empty);
    figures.form.push(form);
    figures.script.push(script);
  }
  await browser.close();
  server.close();
  return { form: median(figures.form), script: median(figures.script), empty: median(figures.empty) };
}
