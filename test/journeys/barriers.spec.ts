/**
 * The citizen's pages keep nobody out: axe finds nothing of any degree, in five languages, by day and by night; all of
 * it fits on 320 px and with letters of twice their size; the keyboard alone goes all the way.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textsIn } from '@atesto/frontend/report';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { act, openIncident, sendReport } from '../support/people.js';
import { focused, misfits, squeezed } from '../support/sight.js';
import { eventually } from '../support/eventually.js';
import { useServer } from '../support/test-server.js';
import { photo } from './citizen.js';

const people = useBrowser(() => server.url);
const server = useServer();

const here = { latitude: 3, longitude: 4, accuracy: 25 };
const follow = { received: '', asked: '', confirmed: '', rejected: '' };

/** What somebody decided about a report that came from this place. */
async function followed(...steps: [action: string, body?: object][]): Promise<string> {
  const report = { text: 'The well at the school is dry', place: 'Behind the school' };
  const { id, followPath } = await sendReport(server, report);
  for (const [action, body] of steps) {
    expect((await act(server, id, action, server.adminCookie, body)).status).toBe(200);
  }
  return followPath;
}

beforeAll(async () => {
  const location = { lat: here.latitude, lon: here.longitude };
  await openIncident(server, { title: 'Dry well', place: 'The school', category: 'medical' }, { location });
  follow.received = await followed();
  follow.asked = await followed(['claim'], ['ask', { text: 'Which school?' }]);
  await server.call(`/api/v1${follow.asked}/answers`, {
    cookie: null,
    body: { id: crypto.randomUUID(), text: 'No. 5' },
  });
  follow.confirmed = await followed(['claim'], ['verify', { incident: { title: 'Another dry well' } }]);
  follow.rejected = await followed(['claim'], ['reject', { reason: 'duplicate' }]);
});

async function person(locale: string, options: object = {}): Promise<Page> {
  const page = await people.person({ locale, viewport: phone, geolocation: here, ...options });
  await page.context().grantPermissions(['geolocation']);
  return page;
}

/** All that this file looks for on a page as it stands. */
async function look(page: Page, at: string): Promise<void> {
  expect([at, await misfits(page)]).toEqual([at, []]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect([`${at}, dark`, await barriers(page, 'all', 'color-contrast')]).toEqual([`${at}, dark`, []]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect([at, await barriers(page, 'all')]).toEqual([at, []]);
}

/** The map's buttons grow where the pointer is a finger; the rest is as on the other pages. */
async function lookAtMap(page: Page, at: string): Promise<void> {
  expect([at, await squeezed(page)]).toEqual([at, []]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect([`${at}, dark`, await barriers(page, 'all', 'color-contrast')]).toEqual([`${at}, dark`, []]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect([at, await barriers(page, 'all')]).toEqual([at, []]);
  const folder = process.env['ATESTO_SCREENSHOTS'];
  if (folder === undefined) return;
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(folder, `map-${at}.png`) });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
}

const next = (page: Page) => page.locator('#turn .send').click();
const picture = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await photo() });

describe.each([
  ['English', 'en-GB', 'ltr'],
  ['German', 'de-AT', 'ltr'],
  ['French', 'fr-CA', 'ltr'],
  ['Spanish', 'es-419', 'ltr'],
  ['Arabic', 'ar-EG', 'rtl'],
])('who reads %s meets no barrier', (_, locale, direction) => {
  const language = locale.slice(0, 2);
  const texts = textsIn(language);
  let page: Page;

  beforeAll(async () => {
    page = await person(locale);
  });

  it('on the way of a report', async () => {
    await page.goto('/');
    const root = page.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([language, direction]);
    await look(page, 'the start page');
    await page.getByRole('link', { name: texts.home.report }).click();
    await page.locator('.stepped').waitFor();
    await page.locator('.choice').first().click();
    await look(page, 'what');
    await next(page);
    await page.getByLabel(texts.report.words).fill('The well is dry');
    await page.locator('#media').setInputFiles([await picture('a.jpg'), await picture('b.jpg')]);
    await page.getByRole('button', { name: texts.script.removePhoto.replace('{number}', '2') }).waitFor();
    await look(page, 'words and photos');
    await next(page);
    await page.getByLabel(texts.place.label).fill('Hamb');
    await page.getByRole('option').first().waitFor();
    await look(page, 'suggestions');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: texts.place.position }).click();
    await page.getByRole('heading', { name: texts.report.near }).waitFor();
    await page.locator('summary').click();
    await look(page, 'a position and what is near it');
    await page.getByRole('button', { name: texts.place.map }).click();
    await page.getByRole('dialog', { name: texts.place.mapTitle }).waitFor();
    await look(page, 'the map to point at');
    await page.getByRole('button', { name: texts.place.mapCancel }).click();
  });

  it('in the list of what waits, has arrived and was refused', async () => {
    people.expects(/ERR_FAILED/, /status of 403/);
    const reports = '**/api/v1/deployments/main/reports';
    await page.route(reports, (route) => route.abort());
    await page.getByRole('button', { name: texts.report.send }).click();
    await page.getByText(texts.script.waiting).waitFor();
    await look(page, 'a report that waits');
    await page.unroute(reports);
    await page.locator('[name=opened]').evaluate((field) => field.remove());
    await page.getByRole('button', { name: texts.report.sendNow }).click();
    await page.getByText(texts.script.received).waitFor();
    await page.getByRole('button', { name: texts.report.another }).click();
    await page.route(reports, (route) =>
      route.fulfill({ status: 403, json: { type: '/problems/members-only', title: 'No' } }),
    );
    await next(page);
    await page.getByLabel(texts.report.words).fill('Something else');
    await next(page);
    await page.getByRole('button', { name: texts.report.send }).click();
    await page.getByRole('button', { name: texts.script.editAgain }).waitFor();
    await page.getByText(texts.script.refusals['members-only']).waitFor();
    await page.unroute(reports);
    await look(page, 'one that arrived and one that was refused');
  });

  it('in what became of it', async () => {
    for (const [state, path] of Object.entries(follow)) {
      await page.goto(path);
      await look(page, state);
    }
    await page.goto(`${follow.received}?sent=1`);
    await page.getByText(texts.follow.received).waitFor();
    await look(page, 'the page that thanks');
  });

  it('where something is wrong', async () => {
    people.expects(/status of 422/, /status of 404/);
    await page.goto('/report/nowhere');
    await look(page, 'the page for what is not there');
    await page.goto('/report/main');
    await page.getByLabel(texts.report.noCategory).waitFor();
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#report');
      form?.querySelectorAll('input').forEach((field) => field.name === 'email' && (field.value = 'ada at example'));
      form?.submit();
    });
    await page.getByRole('alert').getByText(texts.report.errors).waitFor();
    await look(page, 'the form with errors');
  });

  it('on the poster', async () => {
    await page.goto('/poster/main');
    expect(await barriers(page, 'all')).toEqual([]);
  });

  it('on the public map', async () => {
    await page.goto('/map/main');
    await page.locator('.leaflet-container').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await lookAtMap(page, (await tab.textContent()) ?? '');
    }
    await page.getByRole('tab').first().click();
    await page.getByRole('button', { name: 'Dry well' }).first().click();
    await page.getByRole('heading', { name: 'Dry well' }).waitFor();
    await lookAtMap(page, 'an incident');
  });
});

describe('the keyboard alone', () => {
  let page: Page;

  /** Goes from stop to stop, each of them seen, until it is this one. */
  async function tabTo(name: string): Promise<void> {
    const seen: string[] = [];
    while (seen.at(-1)?.startsWith(name) !== true) {
      await page.keyboard.press('Tab');
      seen.push(await focused(page));
      expect(seen.join('\n')).not.toMatch(/the focus|out of sight/);
      if (seen.length > 12) throw new Error(`${name} is not among ${seen.join(', ')}`);
    }
  }

  /** Presses a key and waits for the focus to be there. */
  async function press(key: string, name: string): Promise<void> {
    await page.keyboard.press(key);
    await eventually(async () => expect((await focused(page)).slice(0, name.length)).toBe(name));
  }

  it('goes all the way of a report, and always shows where it is', async () => {
    page = await person('en-GB');
    await page.goto('/');
    await tabTo('Report what you see');
    await page.keyboard.press('Enter');
    await page.locator('.stepped').waitFor();
    await tabTo('I am not sure');
    await press('ArrowDown', 'Injured or ill people');
    await tabTo('Next');
    await press('Enter', 'What do you see? What is needed?');
    await tabTo('What do you see? What is needed?');
    await page.keyboard.type('The well is dry');
    await tabTo('Photos');
    await page.locator('#media').setInputFiles([await picture('a.jpg')]);
    await page.getByRole('button', { name: 'Remove photo 1' }).waitFor();
    await tabTo('Remove photo 1');
    await press('Enter', 'Photos');
    await tabTo('Back');
    await tabTo('Next');
    await press('Enter', 'Where is it?');
    await tabTo('Where is it?');
    await page.keyboard.type('Hamb');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await press('Enter', 'Where is it?');
    expect(await page.getByLabel('Where is it?').inputValue()).toMatch(/^Hamburg/);
    await tabTo('Use my position');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'I see this too' }).first().waitFor();
    await tabTo('Point at it on the map');
    await press('Enter', 'Map. Arrow keys move it');
    const before = (await page.locator('.point-where').textContent()) ?? '';
    await page.keyboard.press('ArrowRight');
    await page.locator('.point-where').getByText(before).waitFor({ state: 'detached' });
    // No stop until the map is drawn.
    await page.locator('.point-actions .send:enabled').waitFor();
    await tabTo('This is the place');
    await press('Enter', 'Point at it on the map');
    await tabTo('Remove the point');
    await press('Enter', 'Use my position');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the point' }).waitFor();
    // What is near was put away with the point, and is asked for anew.
    await page.getByRole('button', { name: 'I see this too' }).first().waitFor();
    await tabTo('I see this too');
    await press('Enter', 'Thank you. It is counted.');
    await tabTo('How can we reach you?');
    await page.keyboard.press('Space');
    await tabTo('Your name');
    await tabTo('Send report');
    await press('Enter', 'Your reports on this phone');
    await page.getByText('Received. Thank you!').waitFor();
    await tabTo('See what becomes of it');
    await tabTo('Remove from this phone');
    await press('Enter', 'Report something else');
    await press('Enter', 'Report to Atesto');
  });

  it('stays on what is near here while the phone finds itself more exactly', async () => {
    page = await person('en-GB');
    await page.goto('/report/main');
    await page.locator('.stepped').waitFor();
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Use my position' }).click();
    await page.getByRole('button', { name: 'I see this too' }).first().waitFor();
    await tabTo('I see this too');
    const again = page.waitForResponse(/\/incidents\?/);
    // What the field of the place does with each better position; how long the phone looks for one is its own matter.
    await page.locator('#report').evaluate((form: HTMLFormElement) => {
      (form.elements.namedItem('lon') as HTMLInputElement).value = '4.0001';
      form.dispatchEvent(new CustomEvent('placechange'));
    });
    await (await again).finished();
    await eventually(async () => expect(await focused(page)).toBe('I see this too'));
    await press('Enter', 'Thank you. It is counted.');
  });
});

/** What is read out of a page, without the list of languages below it. */
const heard = async (page: Page): Promise<string> => (await page.getByRole('main').ariaSnapshot()).replace(/[⁨⁩]/g, '');

describe('who listens to the page', () => {
  it('hears what each part is, in order', async () => {
    const page = await person('en-GB');
    await page.goto('/report/main');
    await page.locator('.stepped').waitFor();
    const what = await heard(page);
    expect(what).toMatch(/^- main:\n {2}- heading "Report to Atesto" \[level=1\]\n/);
    expect(what).toContain('group "What is it about?":');
    expect(what.match(/- radio /g)).toHaveLength(14);
    expect(what).toMatch(/- radio "I am not sure" \[checked\][^]*- button "Next"$/);
    await next(page);
    expect(await heard(page)).toBe(`- main:
  - heading "Report to Atesto" [level=1]
  - paragraph: Step 2 of 3
  - text: What do you see? What is needed?
  - paragraph: "For example: how many people, what is blocked, since when."
  - textbox "What do you see? What is needed?"
  - text: Photos
  - paragraph: You may add up to 8 photos. Hidden data in them is removed.
  - button "Photos"
  - button "Back"
  - button "Next"`);
    await next(page);
    await page.getByRole('combobox').fill('Hamburg');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const where = await heard(page);
    expect(where).toContain('- combobox "Where is it?" [expanded]: Hamburg\n  - listbox "Suggestions":');
    expect(where).toContain('- option "Hamburg Germany" [selected]');
    expect(where).toMatch(/- status: "Suggestions: \d+"/);
    expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe('place-option-0');
  });
});

describe('who is made ill by motion', () => {
  it('sees none', async () => {
    const page = await person('en-GB', { reducedMotion: 'reduce' });
    await page.goto('/report/main');
    await page.locator('.stepped').waitFor();
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Point at it on the map' }).click();
    await page.locator('.leaflet-container').waitFor();
    await page.getByRole('button', { name: 'Closer' }).click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.locator('.leaflet-fade-anim, .leaflet-zoom-anim').count()).toBe(0);
  });
});
