/**
 * Somebody without scripts asks for alerts, confirms by the mail, is told of what happens, hears a broadcast that a
 * responder draws in the console, and ends it in one step.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { addGateway } from '../support/gateways.js';
import { MailStandIn } from '../support/mail-stand-in.js';
import { addPerson, openIncident } from '../support/people.js';
import { misfits } from '../support/sight.js';
import { TestServer } from '../support/test-server.js';
import { signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = new TestServer();
const mail = new MailStandIn();
const address = 'ada@people.example.org';

beforeAll(async () => {
  await mail.start();
  await server.start({ GATEWAY_HOSTS: mail.hosts });
  await addGateway(server, 'email', mail.settings);
});
afterAll(async () => {
  await server.stop();
  await mail.stop();
});

const shots = process.env['SHOTS'];
async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const [look, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: look });
    await page.setViewportSize({ width, height: 844 });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${shots}/${name}-${width}-${look}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const mails = (count: number): Promise<void> =>
  eventually(() => Promise.resolve().then(() => expect(mail.sentTo(address)).toHaveLength(count)));
const linkIn = (at: number, part: string): string =>
  new URL(new RegExp(`http\\S+/alerts/main/${part}/\\S+`).exec(mail.sentTo(address)[at]?.text ?? '')?.[0] ?? '')
    .pathname;
const atMill = { location: { lat: 10.0012, lon: 20.0013 }, place: 'At the mill' };

describe('somebody without scripts', () => {
  let page: Page;
  beforeAll(async () => {
    page = await people.person({ javaScriptEnabled: false, viewport: phone });
  });

  it('asks for alerts, and confirms by the button behind the link of the mail', async () => {
    people.expects(/status of 422/);
    await page.goto('/report/main');
    await page.getByRole('link', { name: 'Get alerts for a place' }).click();
    await page.getByRole('button', { name: 'Get these alerts' }).click();
    await page.getByRole('alert').getByText('Say which place is meant.').waitFor();
    await page.getByLabel('Middle of the area').fill('10.0000, 20.0000');
    await page.getByLabel('How far around it?').selectOption('5 km around it');
    await page.getByLabel('Water needed').check();
    await page.getByLabel('By e-mail').check();
    await page.getByLabel('Your e-mail address').fill(address);
    await page.getByRole('button', { name: 'Get these alerts' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await mails(1);
    await page.goto(linkIn(0, 'confirm'));
    await page.getByText('Within 5 km around').waitFor();
    await page.getByRole('button', { name: 'Yes, send them to me' }).click();
    await page.getByRole('heading', { name: 'You get these alerts from now on' }).waitFor();
  });

  it('is told of an incident that is published, with a link to its page', async () => {
    const { id } = await openIncident(server, { title: 'Exercise: dry well', category: 'water', ...atMill }, atMill);
    await mails(2);
    expect(mail.sentTo(address)[1]?.subject).toMatch(/New: #\d+ Exercise: dry well$/);
    await page.goto(`/map/main/incidents/${id}`);
    await page.getByRole('heading', { name: /Exercise: dry well/ }).waitFor();
  });
});

describe('a responder', () => {
  it('draws an area, sees how many it reaches, and sends a broadcast', async () => {
    const { email, password } = await addPerson(server, 'responder');
    const page = await people.person();
    await signIn(page, email, password);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Broadcasts' }).click();
    await page.getByRole('heading', { level: 2, name: 'Broadcasts' }).waitFor();
    await page.getByLabel('To whom').selectOption('Those in an area');
    await page.getByRole('button', { name: 'How many does it reach?' }).click();
    await page.getByText('Draw an area of at least three corners').waitFor();
    const map = page.locator('.broadcast-map');
    const box = (await map.boundingBox()) ?? { width: 0, height: 0 };
    for (const [x, y] of [
      [0.2, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.2, 0.9],
    ] as const) {
      await map.click({ position: { x: box.width * x, y: box.height * y } });
    }
    await page.getByText('4 corners').waitFor();
    await page.getByLabel('Subject').fill('Exercise: boil the water');
    await page.getByLabel('Message').fill('Exercise: boil all water for ten minutes before you drink it.');
    expect(await barriers(page)).toEqual([]);
    await shot(page, 'console-form');
    await page.getByRole('button', { name: 'How many does it reach?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send this broadcast?' });
    await dialog.getByText('1 by e-mail').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shot(page, 'console-dialog');
    await dialog.getByRole('button', { name: 'Send now' }).click();
    await mails(3);
    await page.getByText('E-mail: 1 sent').waitFor();
    await shot(page, 'console-sent');
    await page.setViewportSize(phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('somebody with scripts', () => {
  it('points at the place, and reads what was broadcast', async () => {
    const page = await people.person({ viewport: phone });
    await page.goto('/alerts/main');
    await page.getByRole('button', { name: 'Point at it on the map' }).waitFor();
    await page.getByLabel('In this browser').waitFor();
    await page.getByRole('heading', { name: 'Messages from the responders' }).waitFor();
    await page.getByText('boil all water for ten minutes').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
    await page.getByLabel('By e-mail').check();
    await shot(page, 'public-form');
    await page.goto('/alerts/main?lang=ar');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await shot(page, 'public-form-ar');
  });
});

describe('whoever had enough', () => {
  it('ends it in one step', async () => {
    const page = await people.person({ javaScriptEnabled: false, viewport: phone });
    await page.goto(linkIn(2, 'stop'));
    await shot(page, 'public-stop');
    await page.getByRole('button', { name: 'End them' }).click();
    await page.getByRole('heading', { name: 'Your alerts have ended' }).waitFor();
    await openIncident(server, { title: 'Exercise: another', category: 'water', ...atMill }, atMill);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(mail.sentTo(address)).toHaveLength(3);
  });
});
