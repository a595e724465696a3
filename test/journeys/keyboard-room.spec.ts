/** A shift by keyboard alone: the next report, verify, take back, many at once, and the palette. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { desk, phone, useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { detail, queue, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();
const folder = process.env['ATESTO_SCREENSHOTS'];

const texts = ['The bridge is under water', 'Buy cheap watches here', 'Cheap watches, call now'];

describe('a room worked by keyboard', () => {
  let page: Page;
  const notice = (words: string) => page.locator('.notice').filter({ hasText: words });
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  async function picture(name: string): Promise<void> {
    if (folder === undefined) return;
    for (const [size, viewport] of Object.entries({ desk, phone })) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(folder, `keyboard-${name}-${size}.png`) });
    }
    await page.setViewportSize(desk);
  }

  beforeAll(async () => {
    const una = await addPerson(server, 'responder', 'Una Example');
    for (const text of texts) await sendReport(server, { text });
    page = await people.person();
    await signIn(page, una.email, una.password);
    for (const text of texts) await row(page, text).waitFor();
  });

  it('hands out the report that has waited longest', async () => {
    await press('n');
    await detail(page)
      .getByText(texts[0] ?? '')
      .first()
      .waitFor();
    await detail(page)
      .getByText(/^You work on it until/)
      .waitFor();
  });

  it('verifies it, takes that back, and does it again', async () => {
    await press('v');
    const dialog = page.getByRole('dialog', { name: 'Verify the report' });
    await dialog.getByLabel('Title').fill('Bridge under water');
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await notice('Verified.').waitFor();
    await detail(page).getByText('Part of incident').waitFor();
    await picture('undo');
    await press('z');
    await notice('Taken back.').waitFor();
    await detail(page)
      .getByText(/^You work on it until/)
      .waitFor();
    await detail(page).getByText('Taken back: Verified').waitFor();
    await press('z');
    await notice('Done again.').waitFor();
    await detail(page).getByText('Part of incident').waitFor();
  });

  it('rejects two at once and takes both back', async () => {
    for (const text of texts.slice(1)) {
      await row(page, text).focus();
      await press('Enter');
      await detail(page).getByText(text).first().waitFor();
      await press('m');
    }
    await queue(page).getByText('2 reports chosen').waitFor();
    await picture('chosen');
    await press('x');
    const dialog = page.getByRole('dialog', { name: 'Reject 2 reports' });
    await dialog.getByLabel('Spam').waitFor();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await notice('Done for all that were chosen.').waitFor();
    await detail(page).getByText('Rejected').first().waitFor();
    await press('z');
    await notice('Taken back.').waitFor();
    for (const text of texts.slice(1)) await row(page, text).getByText('New').waitFor();
  });

  it('is told in the history how many go together, and asked, before they do', async () => {
    await detail(page)
      .getByRole('button', { name: /^Do it again: 2 reports: Taken back: Rejected/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Do it again: 2 reports' });
    await dialog.getByText('This was taken back for 2 reports in one go.').waitFor();
    await picture('many');
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const text of texts.slice(1)) await row(page, text).getByText('New').waitFor();
    await detail(page)
      .getByRole('button', { name: /^Do it again: 2 reports: Taken back: Rejected/ })
      .click();
    await dialog.getByRole('button', { name: 'Do it again: 2 reports' }).click();
    await notice('Done again.').waitFor();
    await detail(page)
      .getByRole('button', { name: /^Undo: 2 reports: Done again: Rejected/ })
      .click();
    await page.getByRole('dialog').getByText('All of them go back with this one.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo: 2 reports' }).click();
    await notice('Taken back.').waitFor();
    for (const text of texts.slice(1)) await row(page, text).getByText('New').waitFor();
  });

  it('finds commands and incidents in the palette', async () => {
    await press('Control+k');
    const palette = page.getByRole('dialog', { name: 'What would you like to do?' });
    await page.keyboard.type('claim');
    await palette.getByRole('option', { name: 'Claim', exact: true }).waitFor();
    await picture('palette');
    await palette.getByRole('combobox').fill('bridge under');
    await palette.getByRole('option', { name: /^#\d+ Bridge under water/ }).waitFor();
    await press('Enter');
    await palette.waitFor({ state: 'detached' });
    await detail(page).getByRole('heading', { name: 'Bridge under water' }).waitFor();
    await press('Control+k');
    await page.keyboard.type('keyboard help');
    await press('Enter');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('shows a claim before the server has answered, and keeps the key that follows', async () => {
    const text = 'The well is dry';
    await sendReport(server, { text });
    await row(page, text).click();
    await detail(page).getByRole('button', { name: 'Claim' }).waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/claim', async (route) => {
      await held;
      await route.continue();
    });
    await press('c');
    await detail(page)
      .getByText(/^You work on it until/)
      .waitFor();
    await press('x');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    answer();
    await page.getByRole('dialog', { name: 'Reject the report' }).waitFor();
  });
});
