/** The citizen's form when something is wrong, sent twice, or gone back to; without scripts unless it says so. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Page as Paged, ReportView } from '@atesto/contract';
import { useBrowser } from '../support/browser.js';
import { useServer } from '../support/test-server.js';
import { fillIn, photo, report, send, unstamp } from './citizen.js';

const people = useBrowser(() => server.url);
const server = useServer();

/** How often this text is among the reports. */
async function countOf(text: string): Promise<number> {
  const { body } = await server.main<Paged<ReportView>>('/reports?limit=200');
  return body.items.filter((item) => item.text === text).length;
}

describe('the form', () => {
  let page: Page;
  const wrong = (field: string) => page.locator(`[id="${field}-error"]`);

  beforeEach(async () => {
    page = await people.person({ javaScriptEnabled: false });
  });

  /** As a browser does that knows no limits of length and no kinds of fields. */
  async function sendUnchecked(): Promise<void> {
    await page.evaluate(() => {
      for (const field of document.querySelectorAll('input, textarea')) field.removeAttribute('maxlength');
      document.querySelector('#report')?.setAttribute('novalidate', '');
    });
  }

  it('says beside each field what is wrong, and keeps what was typed', async () => {
    people.expects(/status of 422/);
    await page.goto('/report/main');
    await sendUnchecked();
    const long = { text: 'x'.repeat(5001), place: 'y'.repeat(501), name: 'z'.repeat(201) };
    await fillIn(page, { category: 'Flood', ...long, phone: '+00 555 0100', email: 'ada at example' });
    await page.getByRole('button', { name: 'Send report' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: 'Please have another look:' }).waitFor();
    expect(await summary.getByRole('link').count()).toBe(4);
    expect(await wrong('text').textContent()).toBe('That is too long. At most 5000 characters fit.');
    expect(await wrong('place').textContent()).toBe('That is too long. At most 500 characters fit.');
    expect(await wrong('name').textContent()).toBe('That is too long. At most 200 characters fit.');
    expect(await wrong('email').textContent()).toBe('This does not look like an e-mail address.');
    for (const field of ['text', 'place', 'name', 'email']) {
      const input = page.locator(`#${field}`);
      expect(await input.getAttribute('aria-describedby')).toContain(`${field}-error`);
      expect(await input.getAttribute('aria-invalid')).toBe('true');
    }
    expect(await page.getByLabel('Flood').isChecked()).toBe(true);
    expect(await page.getByLabel('What do you see? What is needed?').inputValue()).toBe(long.text);
    expect(await page.getByLabel('Where is it?').inputValue()).toBe(long.place);
    expect(await page.getByLabel('Phone number').inputValue()).toBe('+00 555 0100');
    expect(await page.getByLabel('E-mail').inputValue()).toBe('ada at example');
  });

  it('asks for something to go by, and takes the report when it is put right', async () => {
    people.expects(/status of 422/);
    await page.goto('/report/main');
    await fillIn(page, { name: 'Ada Example' });
    await page.getByRole('button', { name: 'Send report' }).click();
    await wrong('text').getByText('Write some words, name a place, or add a photo.').waitFor();
    await fillIn(page, { text: 'Now with words' });
    await send(page);
    expect(await countOf('Now with words')).toBe(1);
  });

  it('tells when a file is no photo, and keeps the words', async () => {
    people.expects(/status of 422/);
    await page.goto('/report/main');
    await fillIn(page, { text: 'See the photo', photo: Buffer.from('no photo at all') });
    await page.getByRole('button', { name: 'Send report' }).click();
    await wrong('media').getByText('One of the files is not a photo').waitFor();
    expect(await page.getByLabel('What do you see? What is needed?').inputValue()).toBe('See the photo');
    expect(await countOf('See the photo')).toBe(0);
    await fillIn(page, { photo: await photo() });
    await send(page);
    await page.getByText('1 photo').waitFor();
  });

  it('makes a second report of what is written after going back', async () => {
    const first = await report(page, { text: 'The first thing' });
    await page.goBack();
    await fillIn(page, { text: 'Another thing' });
    const second = await send(page);
    expect(second.followLink).not.toBe(first.followLink);
    expect([await countOf('The first thing'), await countOf('Another thing')]).toEqual([1, 1]);
  });

  it.each([
    ['with', true],
    ['without', false],
  ])('makes one report of a double tap, %s scripts', async (how, javaScriptEnabled) => {
    const text = `Tapped twice ${how} scripts`;
    page = await people.person({ javaScriptEnabled });
    await page.goto('/report/main');
    await fillIn(page, { text });
    await unstamp(page);
    await page.getByRole('button', { name: 'Send report' }).dblclick({ noWaitAfter: true });
    await page.getByText(/^(Thank you. We have your report.|Received. Thank you!)$/).waitFor();
    expect(await countOf(text)).toBe(1);
  });

  it('tells an answer without words, and takes one with', async () => {
    people.expects(/status of 422/);
    await report(page, { text: 'Something to talk about' });
    await page.getByRole('button', { name: 'Send answer' }).click();
    await wrong('answer').getByText('Write something first.').waitFor();
    await page.getByLabel('Do you want to add something?').fill('One more thing');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.getByRole('listitem').getByText('One more thing').waitFor();
  });
});
